import { describe, expect, it } from '@jest/globals';
import { aPartnershipFact, aQuotaFact, someFacts } from '../facts.builders.ts';
import type { CandidateFacts, StateFacts } from '../facts.ts';
import { quotaLeft } from './quota-left.rule.ts';
import type { Result } from './rule.ts';

const check = (state: Partial<StateFacts>, candidate: Partial<CandidateFacts> = {}): Result =>
  quotaLeft.check(someFacts({ state, candidate }));

const seats = (...remaining: number[]): Pick<StateFacts, 'quotas'> => ({
  quotas: remaining.map((left) => aQuotaFact({ remaining: left })),
});
const agreed = { partnerships: [aPartnershipFact({ components: ['quotas'] })] };
const withCountry = (verdict: string, code: string): object => ({
  verdict,
  reason: { code, params: { country: 'MA' } },
});

describe('a national offer that covers the vacancy', () => {
  it('has room down to its last seat', () => {
    expect(check(seats(1))).toEqual(withCountry('pass', 'quota-has-seats'));
  });

  it('is full without a seat, and when it was lowered below what is used', () => {
    expect(check(seats(0))).toEqual(withCountry('exclude', 'quota-full'));
    expect(check(seats(-3))).toEqual(withCountry('exclude', 'quota-full'));
  });

  it('is full if one of several that cover the vacancy is full', () => {
    expect(check(seats(5, 0, 5))).toEqual(withCountry('exclude', 'quota-full'));
    expect(check(seats(5, 1))).toEqual(withCountry('pass', 'quota-has-seats'));
  });

  it('serves only the country that it is for', () => {
    const quotas = [aQuotaFact({ partnerCountry: 'SN', remaining: 0 })];
    expect(check({ quotas })).toEqual(withCountry('pass', 'no-quota-agreed'));
    expect(check({ ...agreed, quotas: [aQuotaFact({ partnerCountry: 'SN' })] })).toEqual(
      withCountry('exclude', 'no-quota-offered'),
    );
  });
});

describe('a vacancy that no national offer covers', () => {
  it('is closed to the partner if quotas were agreed', () => {
    expect(check(agreed)).toEqual(withCountry('exclude', 'no-quota-offered'));
  });

  it('is open to the partner if none were agreed', () => {
    const partnerships = [
      aPartnershipFact({ components: ['matching'] }),
      aPartnershipFact({ partnerCountry: 'SN', components: ['quotas'] }),
    ];
    expect(check({ partnerships })).toEqual(withCountry('pass', 'no-quota-agreed'));
  });
});

describe('a candidate who takes no reserved seat', () => {
  it.each([
    ['a citizen', { nationalities: ['MA', 'ES'] }],
    ['a lawful resident', { residencePermits: ['FR'] }],
    ['a Turkish national', { nationalities: ['TR'] }],
  ])('passes though the national offer is full: %s', (_, person) => {
    expect(check(seats(0), person)).toMatchObject({
      verdict: 'pass',
      reason: { code: 'no-quota-needed' },
    });
  });
});
