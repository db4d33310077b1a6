import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { SYSTEM, type Tenant } from '../../platform/database/tenant.ts';
import { startApp, type TestApp } from '../../../test/support/application/start-app.ts';
import { lawCacheOf } from './law-cache.ts';
import { aRule } from './law.builders.ts';
import type { LawRuleVersion } from './law-rule-version.entity.ts';
import type { Law } from './law-rule.ts';
import { lawSequence, loadLaw } from './law-rules.queries.ts';
import { LawRules } from './law-rules.service.ts';

const ON = '2026-06-15';
const union: Tenant = { role: 'monitor', organisationId: null, country: null };

/** Returns the rules up to a change; each change sets the window to its own number of days. */
function rulesUpTo(sequence: number): LawRuleVersion[] {
  return [{ ...aRule('preference-window', { days: sequence }), sequence } as LawRuleVersion];
}

const daysOf = (law: Law): number[] =>
  law['preference-window'].map(({ parameters }) => parameters.days);

describe('known law, asked in memory', () => {
  /** Makes a memory of its own, and a list of the changes that had to be read. */
  function aMemory() {
    const known = lawCacheOf({} as DataSource);
    const read: number[] = [];
    const ask = (sequence: number, state = 'FR', on = ON): Promise<Law> =>
      known.of({ sequence, state, on }, () => {
        read.push(sequence);
        return Promise.resolve(rulesUpTo(sequence));
      });
    return { known, read, ask };
  }

  it('is read once per change, whatever states and days are asked for', async () => {
    const { read, ask } = aMemory();
    const first = await ask(1);
    await ask(1, 'IE');
    await ask(1, 'FR', '2026-06-16');
    expect(await ask(1)).toBe(first);
    expect(read).toEqual([1]);
  });

  it('is read again for the next change, and stays the same for the previous one', async () => {
    const { read, ask } = aMemory();
    expect(daysOf(await ask(1))).toEqual([1]);
    expect(daysOf(await ask(2))).toEqual([2]);
    expect(daysOf(await ask(1))).toEqual([1]);
    expect(read).toEqual([1, 2]);
  });

  it('is dropped once four other bodies of law have been asked for since', async () => {
    const { read, ask } = aMemory();
    for (const sequence of [1, 2, 3, 4]) await ask(sequence);
    await ask(1, 'IE');
    expect(read).toEqual([1, 2, 3, 4]);
    await ask(5);
    expect(daysOf(await ask(1, 'SE'))).toEqual([1]);
    expect(read).toEqual([1, 2, 3, 4, 5]);
    expect(daysOf(await ask(2, 'SE'))).toEqual([2]);
    expect(read).toEqual([1, 2, 3, 4, 5, 2]);
  });

  it('drops a state and day after four hundred others, and makes it from the body again', async () => {
    const { read, ask } = aMemory();
    const first = await ask(1);
    for (let day = 0; day < 399; day += 1) await ask(1, 'FR', `day ${day}`);
    expect(await ask(1)).toBe(first);
    for (let day = 0; day < 400; day += 1) await ask(1, 'FR', `day ${day + 1}`);
    const again = await ask(1);
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
    expect(read).toEqual([1]);
  });

  it('is not kept under a number that no change has yet', async () => {
    const { known, read, ask } = aMemory();
    const early = await known.of({ sequence: 2, state: 'FR', on: ON }, () =>
      Promise.resolve(rulesUpTo(1)),
    );
    expect(daysOf(early)).toEqual([1]);
    expect(daysOf(await ask(2))).toEqual([2]);
    expect(read).toEqual([2]);
  });

  it('keeps the law of one database apart from that of another', async () => {
    const [one, other] = [aMemory(), aMemory()];
    await one.ask(1);
    await other.ask(1);
    expect(other.read).toEqual([1]);
  });
});

describe('known law, when it changes', () => {
  let test: TestApp;
  let rules: LawRules;

  beforeAll(async () => {
    test = await startApp({ role: 'api' });
    rules = test.app.get(LawRules);
  });

  afterAll(() => test.stop());

  /** Reads the law as every caller does: up to the last change that the transaction sees. */
  const daysNow = (): Promise<number[]> =>
    test.database.transaction(async (sql) =>
      daysOf(await loadLaw(sql, 'FR', ON, { sequence: await lawSequence(sql) })),
    );
  const daysOutside = (): Promise<number[]> => test.database.as(SYSTEM, daysNow);
  const rule = (days: number) => ({
    citation: 'Act for tests',
    certainty: 'verified' as const,
    reason: 'For tests',
    validFrom: '2026-01-01',
    parameters: { days },
  });
  const code = 'preference-window.tests';

  it('is seen at once within the transaction, and by others once that is committed', async () => {
    expect(await daysOutside()).toEqual([]);
    await test.database.as(union, async () => {
      await rules.record({ ...rule(5), code, kind: 'preference-window' }, false);
      expect(await daysNow()).toEqual([5]);
      expect(await daysOutside()).toEqual([]);
      expect(await daysNow()).toEqual([5]);
    });
    expect(await daysOutside()).toEqual([5]);
  });

  it('is read again after each of several changes in one transaction', async () => {
    await test.database.as(union, async () => {
      for (const [index, days] of [6, 7, 8].entries()) {
        await changeTo(days, index + 1);
        expect(await daysNow()).toEqual([days]);
      }
    });
    expect(await daysOutside()).toEqual([8]);
  });

  it('is what it was before once a change is rolled back, even after the next one', async () => {
    const undone = new Error('undone');
    const attempt = test.database.as(union, async () => {
      await changeTo(99, 4);
      expect(await daysNow()).toEqual([99]);
      throw undone;
    });
    await expect(attempt).rejects.toBe(undone);
    expect(await daysOutside()).toEqual([8]);
    await test.database.as(union, () => changeTo(9, 4));
    expect(await daysOutside()).toEqual([9]);
  });

  it('leaves the law of an earlier change as it was', async () => {
    const days = await test.database.as(SYSTEM, async (sql) => {
      const found: number[][] = [];
      for (const { sequence } of (await rules.history(code)).items) {
        found.push(daysOf(await loadLaw(sql, 'FR', ON, { sequence })));
      }
      return found;
    });
    expect(days).toEqual([[5], [6], [7], [8], [9]]);
  });

  const changeTo = (days: number, version: number): Promise<unknown> =>
    rules.change(code, version, rule(days), false);
});
