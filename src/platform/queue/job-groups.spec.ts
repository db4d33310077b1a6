import { describe, expect, it } from '@jest/globals';
import type { JobName } from '../../jobs.ts';
import { groupJobs } from './job-groups.ts';
import { idsOf } from './job-runner.ts';

const due = (id: string, job: JobName, again = false) => ({ id, job, payload: { id }, again });
const grouped = (jobs: readonly ReturnType<typeof due>[]): string[][] =>
  groupJobs(jobs, (job) => job === 'candidate.changed').map(idsOf);

describe('grouping jobs that wait together', () => {
  it('joins the jobs whose handler takes many, in their order', () => {
    const jobs = [
      due('1', 'candidate.changed'),
      due('2', 'quota.changed'),
      due('3', 'candidate.changed'),
      due('4', 'quota.changed'),
    ];
    expect(grouped(jobs)).toEqual([['1', '3'], ['2'], ['4']]);
  });

  it('leaves each job alone that is delivered again', () => {
    const jobs = [
      due('1', 'candidate.changed', true),
      due('2', 'candidate.changed'),
      due('3', 'candidate.changed', true),
      due('4', 'candidate.changed'),
    ];
    expect(grouped(jobs)).toEqual([['1'], ['2', '4'], ['3']]);
  });

  it('puts at most fifty in one transaction', () => {
    const jobs = Array.from({ length: 120 }, (_, number) => due(`${number}`, 'candidate.changed'));
    expect(grouped(jobs).map(({ length }) => length)).toEqual([50, 50, 20]);
  });
});
