import { describe, expect, it } from '@jest/globals';
import {
  QueryFailedError,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
} from 'typeorm';
import { problemOf } from './problem.filter.ts';

const refusalOf = (thrown: unknown): unknown[] => {
  const { status, code } = problemOf(thrown);
  return [status, code];
};

describe('the refusal for a failed query', () => {
  const refusedAs = (sqlState: string, message: string): unknown[] => {
    const driverError = Object.assign(new Error(message), { code: sqlState });
    return refusalOf(new QueryFailedError('INSERT', [], driverError));
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
    ['40P01', 'deadlock detected', [503, 'overloaded']],
    ['40001', 'could not serialize access', [503, 'overloaded']],
    ['57P01', 'terminating connection', [503, 'database-unavailable']],
    ['57P03', 'the database system is starting up', [503, 'database-unavailable']],
    ['22021', 'invalid byte sequence for encoding "UTF8": 0x00', [400, 'unreadable-value']],
    ['23514', 'the number 40001 violates a check: File too large', [500, 'internal-error']],
    ['XX000', 'unexpected chunk number', [500, 'internal-error']],
  ])('tells %s apart from it (%s)', (sqlState, message, refusal) => {
    expect(refusedAs(sqlState, message)).toEqual(refusal);
  });
});

describe('the refusal for an error without an SQLSTATE', () => {
  it.each([
    'The vacancy 40001 was neither stored nor found.',
    'Building 57P03 has 53300 rooms.',
    'photo.png: File too large',
    'The partner said: Connection terminated',
  ])('is internal-error if the message only resembles a fault of the database: %s', (message) => {
    expect(refusalOf(new Error(message))).toEqual([500, 'internal-error']);
  });

  it.each([
    ['timeout exceeded when trying to connect', [503, 'overloaded']],
    ['Connection terminated', [503, 'database-unavailable']],
    ['Connection terminated unexpectedly', [503, 'database-unavailable']],
    ['Connection terminated due to connection timeout', [503, 'database-unavailable']],
    [
      'Client has encountered a connection error and is not queryable',
      [503, 'database-unavailable'],
    ],
  ])('follows the message of the driver: %s', (message, refusal) => {
    expect(refusalOf(new Error(message))).toEqual(refusal);
    expect(refusalOf(new QueryFailedError('SELECT', [], new Error(message)))).toEqual(refusal);
  });

  it.each(['ECONNREFUSED', 'ECONNRESET'])('follows the code of a broken socket: %s', (code) => {
    const error = Object.assign(new AggregateError([], ''), { code });
    expect(refusalOf(error)).toEqual([503, 'database-unavailable']);
  });

  it.each([QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError])(
    'says that the database is away if its connection broke in a transaction: %p',
    (Thrown) => {
      expect(refusalOf(new Thrown())).toEqual([503, 'database-unavailable']);
    },
  );
});
