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
  it('refuses a job without a handler', () => {
    expect(() => assertOneHandlerEach([], ['quota.changed'])).toThrow(
      'quota.changed has no handler',
    );
  });

  it('refuses a job with two handlers, naming both', () => {
    const both = [handler('quota.changed', 'A.a'), handler('quota.changed', 'B.b')];
    expect(() => assertOneHandlerEach(both, ['quota.changed'])).toThrow('two: A.a and B.b');
  });

  it('accepts one handler for each job', () => {
    const one = [handler('quota.changed', 'A.a')];
    expect(assertOneHandlerEach(one, ['quota.changed'])).toBe(one);
  });
});
