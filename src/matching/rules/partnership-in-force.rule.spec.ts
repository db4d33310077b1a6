import { describe, expect, it } from '@jest/globals';
import { aPartnershipFact, aPressedSectorFact, someFacts } from '../facts.builders.ts';
import type { CandidateFacts, StateFacts } from '../facts.ts';
import { partnershipInForce } from './partnership-in-force.rule.ts';
import type { Result } from './rule.ts';

const check = (candidate: Partial<CandidateFacts>, state: Partial<StateFacts> = {}): Result =>
  partnershipInForce.check(someFacts({ candidate, state }));

describe('a national of a partner country', () => {
  it('is covered by the partnership in force with the state', () => {
    expect(check({ nationalities: ['MA'] })).toEqual({
      verdict: 'pass',
      reason: { code: 'partnership-in-force', params: { country: 'MA' } },
    });
  });

  it('is covered by the partnership of any of their nationalities', () => {
    expect(check({ nationalities: ['BR', 'MA'] })).toMatchObject({
      verdict: 'pass',
      reason: { params: { country: 'MA' } },
    });
  });

  it('is held back if no partnership is in force', () => {
    expect(check({ nationalities: ['MA'] }, { partnerships: [] })).toEqual({
      verdict: 'exclude',
      reason: { code: 'no-partnership', params: { country: 'MA', state: 'FR' } },
    });
  });

  it('is held back if the partner took the favourable treatment away, and is told so', () => {
    const sector = aPressedSectorFact({ effects: ['no-favourable-treatment'] });
    expect(check({ nationalities: ['MA'] }, { pressedSectors: [sector] })).toEqual({
      verdict: 'exclude',
      reason: {
        code: 'favour-withdrawn',
        params: { country: 'Morocco', sector: `ISCO ${sector.code}` },
      },
    });
    const sectors = { pressedSectors: [sector], partnerships: [] };
    expect(check({ nationalities: ['MA'] }, sectors).reason.code).toBe('no-partnership');
  });
});

describe('a candidate without a partnership', () => {
  it.each([
    ['somebody of another third country', ['BR'], 'BR'],
    ['somebody stateless', ['XX'], 'XX'],
    ['somebody from Kosovo', ['XK'], 'XK'],
    ['somebody whose nationality is unknown', [], 'XX'],
  ])('is held back: %s', (_, nationalities, country) => {
    expect(check({ nationalities })).toMatchObject({
      verdict: 'exclude',
      reason: { code: 'no-partnership', params: { country } },
    });
  });

  it('needs none as a Turkish national', () => {
    const partnerships = [aPartnershipFact({ partnerCountry: 'TR' })];
    for (const state of [{}, { partnerships }]) {
      expect(check({ nationalities: ['TR'] }, state)).toMatchObject({
        verdict: 'pass',
        reason: { code: 'association-law' },
      });
    }
  });

  it.each([
    ['with an EU passport', { nationalities: ['BR', 'PT'] }],
    ['as a family member of a citizen', { nationalities: ['BR'], euFamilyMember: true }],
    ['as a lawful resident', { nationalities: ['BR'], residencePermits: ['FR'] }],
  ])('needs none %s', (_, person) => {
    expect(check(person, { partnerships: [] })).toMatchObject({
      verdict: 'pass',
      reason: { code: 'no-partnership-needed' },
    });
  });
});
