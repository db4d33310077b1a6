import { describe, expect, it } from '@jest/globals';
import { aVacancyFact } from '../../facts.builders.ts';
import type { AdvertisingFact } from '../../facts.ts';
import { lawOf } from '../../law/law-rule.ts';
import { shippedRules } from '../../law/shipped/shipped-rules.ts';
import { testOf } from './test-of-vacancy.ts';

/** Returns `passed`, the date on which a running test will be passed, or why the test fails. */
function standing(
  advertising: AdvertisingFact[],
  on: string,
  rules = shippedRules,
): string | undefined {
  const vacancy = aVacancyFact({ state: 'IT', advertising });
  const test = testOf(vacancy, { on, law: lawOf(rules, 'IT', on) });
  if (test?.status === 'running') return test.until;
  return test?.status === 'failed' ? test.because : test?.status;
}

/** The law as shipped, except that the rule `code` has other parameters. */
const amended = (code: string, parameters: object): typeof shippedRules =>
  shippedRules.map((rule) =>
    rule.code === code ? { ...rule, parameters: { ...rule.parameters, ...parameters } } : rule,
  );

describe('the Italian test: the job centre is asked', () => {
  const inItaly = (question: object, on: string, rules = shippedRules): string | undefined => {
    const asked = { channel: 'job-centre' as const, fromOn: '2026-03-01', untilOn: null };
    return standing([{ ...asked, ...question }], on, rules);
  };

  it('takes eight days of silence to mean that nobody is available', () => {
    expect([inItaly({}, '2026-03-08'), inItaly({}, '2026-03-09')]).toEqual([
      '2026-03-09',
      'passed',
    ]);
  });

  it('is passed at once by the answer that nobody is available', () => {
    const answered = { answer: 'nobody-available' as const, untilOn: '2026-03-03' };
    expect([inItaly(answered, '2026-03-02'), inItaly(answered, '2026-03-03')]).toEqual([
      '2026-03-03',
      'passed',
    ]);
  });

  it('is not passed if somebody is available, unless the answer comes too late', () => {
    const answer = 'somebody-available' as const;
    expect(inItaly({ answer, untilOn: '2026-03-05' }, '2026-03-20')).toBe('local-worker-available');
    expect(inItaly({ answer, untilOn: '2026-03-09' }, '2026-03-20')).toBe('passed');
  });

  it('is not passed by the silence of another centre while somebody is available', () => {
    const [fromOn, later] = ['2026-03-01', '2026-03-06'];
    const asked = { channel: 'job-centre' as const, fromOn, untilOn: null };
    const answer = 'somebody-available' as const;
    const found = { ...asked, answer, untilOn: '2026-03-05' };
    const after = (...advertising: AdvertisingFact[]) => standing(advertising, '2026-03-20');
    expect(after(asked, found)).toBe('local-worker-available');
    expect(after(found, asked)).toBe('local-worker-available');
    expect(after(found, { ...asked, fromOn: later })).toBe('passed');
  });

  it('counts only questions within the months that the law looks back', () => {
    const limited = amended('labour-market-test.it', { withinMonths: 2 });
    expect(inItaly({}, '2026-05-01', limited)).toBe('passed');
    expect(inItaly({}, '2026-05-02', limited)).toBe('test-expired');
  });

  it('has expired if the law limits how long the silence may be relied on', () => {
    const limited = amended('labour-market-test.it', { applyWithinDays: 30 });
    expect(inItaly({}, '2026-03-31', limited)).toBe('passed');
    expect(inItaly({}, '2026-04-01', limited)).toBe('test-expired');
  });

  it('has not begun while the job centre has not been asked', () => {
    expect(inItaly({ channel: 'eures' }, '2026-03-20')).toBe('job-centre-not-asked');
  });
});
