import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { problemOf } from './problem.filter.ts';

describe('the refusal for a failed query', () => {
  const refusedAs = (sqlState: string, message: string): unknown[] => {
    const driverError = Object.assign(new Error(message), { code: sqlState });
    const { status, code } = problemOf(new QueryFailedError('INSERT', [], driverError));
    return [status, code];
  };

  it.each([
    ['53100', 'could not extend file "base/1/2": No space left on device'],
    ['XX000', 'could not extend file "base/1/2": File too large'],
    ['XX000', 'could not write to file "base/1/2": Disk quota exceeded'],
  ])('says that storage is full (%s: %s)', (sqlState, message) => {
    expect(refusedAs(sqlState, message)).toEqual([507, 'storage-full']);
  });

  it.each([
    ['53300', 'sorry, too many clients already', [503, 'overloaded']],
    ['57P01', 'terminating connection', [503, 'database-unavailable']],
    ['XX000', 'unexpected chunk number', [500, 'internal-error']],
  ])('tells %s apart from it (%s)', (sqlState, message, refusal) => {
    expect(refusedAs(sqlState, message)).toEqual(refusal);
  });
});
