import { describe, expect, it } from '@jest/globals';
import { aConsentFact, someFacts, TODAY } from '../facts.builders.ts';
import type { ConsentFact } from '../facts.ts';
import { consent } from './consent.rule.ts';
import type { Result } from './rule.ts';

const check = (...consents: ConsentFact[]): Result =>
  consent.check(someFacts({ candidate: { consents } }));

const given = { verdict: 'pass', reason: { code: 'consent-given' } };
const heldBack = (code: string): object => ({ verdict: 'exclude', reason: { code } });

const live = aConsentFact();
const withdrawn = aConsentFact({ withdrawn: true });
const expired = aConsentFact({ givenOn: '2025-06-15', expiresOn: TODAY });
const forSpain = aConsentFact({ countries: ['ES'] });

describe('a candidate who consented for the state', () => {
  it('may be matched there', () => {
    expect(check(live)).toMatchObject(given);
  });

  it('may be matched from the day of the consent', () => {
    expect(check(aConsentFact({ givenOn: TODAY }))).toMatchObject(given);
    expect(check(aConsentFact({ givenOn: '2026-06-16' })).verdict).toBe('exclude');
  });

  it('may be matched on the last day, but not on the day the consent expires', () => {
    expect(check(aConsentFact({ expiresOn: '2026-06-16' }))).toMatchObject(given);
    expect(check(expired)).toMatchObject(heldBack('consent-expired'));
  });

  it('may be matched under a new consent after others ended', () => {
    expect(check(withdrawn, expired, forSpain, live)).toMatchObject(given);
  });
});

describe('a candidate without a valid consent', () => {
  it('is not matched if none is on record', () => {
    expect(check()).toMatchObject(heldBack('consent-missing'));
  });

  it('is not matched after withdrawing it', () => {
    expect(check(withdrawn)).toMatchObject(heldBack('consent-withdrawn'));
    expect(check(withdrawn, withdrawn)).toMatchObject(heldBack('consent-withdrawn'));
  });

  it('is not matched in a state that it does not cover, which is named', () => {
    expect(check(forSpain)).toEqual({
      verdict: 'exclude',
      reason: { code: 'consent-not-for-state', params: { state: 'FR' } },
    });
  });

  it('is told that it expired if the consent that was not withdrawn has expired', () => {
    expect(check(withdrawn, expired)).toMatchObject(heldBack('consent-expired'));
  });

  it('is not matched here by a consent that is valid elsewhere', () => {
    expect(check(withdrawn, forSpain)).toMatchObject(heldBack('consent-not-for-state'));
    expect(check(expired, forSpain)).toMatchObject(heldBack('consent-not-for-state'));
  });
});
