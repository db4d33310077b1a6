import { describe, expect, it } from '@jest/globals';
import type { JobName } from '../../jobs.ts';
import { assertOneHandlerEach, type FoundHandler } from './job-handlers.ts';

const handler = (job: JobName, name: string): FoundHandler => ({
  job,
  name,
  inSteps: false,
  many: false,
  queue: 'facts',
  handle: () => Promise.resolve(),
});

describe('the catalogue of jobs', () => {
  it('refuses a job that nobody handles', () => {
    expect(() => assertOneHandlerEach([], ['quota.changed'])).toThrow(
      'quota.changed has no handler',
    );
  });

  it('refuses a job that two handle, naming both', () => {
    const both = [handler('quota.changed', 'A.a'), handler('quota.changed', 'B.b')];
    expect(() => assertOneHandlerEach(both, ['quota.changed'])).toThrow('two: A.a and B.b');
  });

  it('is content with one each', () => {
    const one = [handler('quota.changed', 'A.a')];
    expect(assertOneHandlerEach(one, ['quota.changed'])).toBe(one);
  });
});
