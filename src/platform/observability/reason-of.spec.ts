import { describe, expect, it } from '@jest/globals';
import { reasonOf } from './reason-of.ts';

describe('the reason of an error', () => {
  const refused = (address: string): Error => new Error(`connect ECONNREFUSED ${address}`);

  it('names every address that was tried in vain, of which Node says nothing', () => {
    const both = new AggregateError([refused('::1:5432'), refused('127.0.0.1:5432')]);
    expect(reasonOf(both)).toBe(
      'connect ECONNREFUSED ::1:5432; connect ECONNREFUSED 127.0.0.1:5432',
    );
  });

  it('is what fetch says of the cause', () => {
    const failed = new TypeError('fetch failed', { cause: refused('127.0.0.1:7700') });
    expect(reasonOf(failed)).toBe('connect ECONNREFUSED 127.0.0.1:7700');
  });

  it('is the message of any other error, or what was thrown', () => {
    expect(reasonOf(new Error('Nothing left.'))).toBe('Nothing left.');
    expect(reasonOf('Nothing left.')).toBe('Nothing left.');
  });
});
