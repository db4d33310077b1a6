import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { CarefulAsking } from './careful-asking.ts';
import { ExchangeClient } from './exchange-client.ts';

describe('asking a source for details', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('ends if the source has answered without any details for five minutes', async () => {
    jest.useFakeTimers();
    const client = new ExchangeClient('https://source.example', 'any');
    const details = jest.spyOn(client, 'details').mockResolvedValue(new Map());
    const asking = new CarefulAsking(client);
    expect(await asking.ask(['a'])).toEqual(new Map());
    jest.advanceTimersByTime(301_000);
    await expect(asking.ask(['b'])).rejects.toThrow('no details come any more');
    details.mockResolvedValue(new Map([['c', { status: null, content: null }]]));
    expect((await asking.ask(['c']))?.size).toBe(1);
    jest.advanceTimersByTime(299_000);
    details.mockResolvedValue(new Map());
    expect((await asking.ask(['d']))?.size).toBe(0);
  });
});
