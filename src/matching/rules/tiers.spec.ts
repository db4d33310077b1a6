import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aCandidateFact,
  anyWorld,
  aPartnershipFact,
  aPressedSectorFact,
  aQuotaFact,
  someFacts,
  TODAY,
} from '../facts.builders.ts';
import type { CandidateFacts, Facts } from '../facts.ts';
import { aRule } from '../law/law.builders.ts';
import { lawOf } from '../law/law-rule.ts';
import { shippedRules } from '../law/shipped/shipped-rules.ts';
import { assignTier, domesticTier, isDomestic, type TierAssignment } from './tiers.ts';

type Known = { [K in keyof Facts]?: Partial<Facts[K]> };

const tierOf = (candidate: Partial<CandidateFacts>, others: Known = {}): TierAssignment =>
  assignTier(someFacts({ ...others, candidate }));

describe('a citizen who moves freely', () => {
  it.each(['FR', 'DE', 'GR', 'HR', 'CH', 'LI', 'NO', 'IS'])('is tier 0 with %s', (country) => {
    expect(tierOf({ nationalities: [country] })).toMatchObject({ tier: '0', because: country });
  });

  it('is tier 0 by any one of several nationalities, in whatever order', () => {
    expect(tierOf({ nationalities: ['MA', 'ES'] })).toMatchObject({ tier: '0', because: 'ES' });
    expect(tierOf({ nationalities: ['ES', 'MA'] })).toMatchObject({ tier: '0', because: 'ES' });
    expect(tierOf({ nationalities: ['TR', 'BR', 'BG'] })).toMatchObject({ tier: '0' });
  });

  it('is no longer one with British nationality alone', () => {
    expect(tierOf({ nationalities: ['GB'] }).tier).toBe('4');
  });
});

describe('a family member of a citizen', () => {
  it.each(['MA', 'TR', 'BR', 'XX'])('is tier 0 with derived rights and %s', (country) => {
    const person = { nationalities: [country], euFamilyMember: true };
    expect(tierOf(person)).toMatchObject({ tier: '0', because: 'family' });
  });
});

describe('a Moroccan who lives lawfully in France', () => {
  const person = { residenceCountry: 'FR', residencePermits: ['FR'] };

  it('is tier 1 for France', () => {
    expect(tierOf(person)).toMatchObject({ tier: '1', because: 'FR' });
  });

  it('is tier 3 for Spain', () => {
    expect(tierOf(person, { vacancy: { state: 'ES' } })).toMatchObject({
      tier: '3',
      because: 'MA',
    });
  });

  it('is tier 3 for France without access to its labour market', () => {
    expect(tierOf({ residenceCountry: 'FR' })).toMatchObject({ tier: '3' });
  });
});

describe('a citizen of a state that has just acceded', () => {
  const transition = aRule(
    'accession-transition',
    { countries: ['HR'] },
    {
      state: 'AT',
      validFrom: '2013-07-01',
      validUntil: '2020-06-30',
      citation: 'Act of Accession',
    },
  );
  const tierIn = (state: string, on: string, nationalities = ['HR']): TierAssignment =>
    assignTier(
      someFacts({
        vacancy: { state },
        candidate: { nationalities },
        state: { on, law: lawOf([transition], state, on) },
      }),
    );

  it('is tier 0t in the state and within the dates of the transitional rule, which it cites', () => {
    expect(tierIn('AT', '2020-06-30')).toEqual({
      tier: '0t',
      because: 'HR',
      citation: 'Act of Accession',
    });
    expect(tierIn('AT', '2020-07-01').tier).toBe('0');
    expect(tierIn('DE', '2020-06-30').tier).toBe('0');
  });

  it('is tier 0 by another nationality of the Union, or as a national of the state', () => {
    expect(tierIn('AT', '2020-06-30', ['HR', 'IT']).tier).toBe('0');
    expect(tierIn('AT', '2020-06-30', ['HR', 'AT']).tier).toBe('0');
  });

  it('has preference over everybody from outside', () => {
    expect(isDomestic(tierIn('AT', '2020-06-30'))).toBe(true);
  });

  it('finds the rule dormant today, and active once an authority records the next', () => {
    const today = (rules = shippedRules) =>
      lawOf(rules, 'AT', TODAY)['accession-transition'].map(({ code }) => code);
    expect(today()).toEqual([]);
    const next = aRule('accession-transition', { countries: ['ME'] }, { state: 'AT' });
    expect(today([...shippedRules, next])).toEqual(['accession-transition.test']);
  });
});

describe('a Turkish national', () => {
  it('is tier 2, with a partnership or without', () => {
    const partnerships = [aPartnershipFact({ partnerCountry: 'TR' })];
    expect(tierOf({ nationalities: ['TR'] })).toMatchObject({ tier: '2', because: 'TR' });
    expect(tierOf({ nationalities: ['TR'] }, { state: { partnerships } }).tier).toBe('2');
  });

  it('is tier 2 with the nationality of a partner country as well', () => {
    expect(tierOf({ nationalities: ['MA', 'TR'] }).tier).toBe('2');
  });

  it('never comes before a citizen of the Union, nor before a resident', () => {
    const others = [{ nationalities: ['BG'] }, { residencePermits: ['FR'] }];
    const turkish = tierOf({ nationalities: ['TR'] }).tier;
    for (const person of others) expect(tierOf(person).tier < turkish).toBe(true);
  });

  it('loses the tier with the rule that gives it', () => {
    expect(tierOf({ nationalities: ['TR'] }, { state: { law: lawOf([], 'FR', TODAY) } }).tier).toBe(
      '4',
    );
  });

  it('is tier 1 where they lawfully reside', () => {
    expect(tierOf({ nationalities: ['TR'], residencePermits: ['FR'] }).tier).toBe('1');
  });
});

describe('a national of a partner country', () => {
  it('is tier 3 under a partnership in force with the state', () => {
    expect(tierOf({})).toEqual({ tier: '3', because: 'MA', citation: 'COM(2007) 248' });
  });

  it('is tier 4 without one', () => {
    expect(tierOf({}, { state: { partnerships: [] } })).toMatchObject({ tier: '4', because: 'MA' });
  });

  it('is tier 4 in a sector from which the partner took the favourable treatment away', () => {
    const pressedSectors = [aPressedSectorFact({ effects: ['no-favourable-treatment'] })];
    const state = { pressedSectors };
    expect(tierOf({}, { state }).tier).toBe('4');
    expect(tierOf({ trades: [] }, { state }).tier).toBe('4');
    expect(tierOf({}, { state, vacancy: { isco: ['9111'] } }).tier).toBe('4');
    expect(tierOf({ trades: [] }, { state, vacancy: { isco: ['9111'] } }).tier).toBe('3');
  });

  it('keeps tier 3 in a sector that is only closed to active matching', () => {
    expect(tierOf({}, { state: { pressedSectors: [aPressedSectorFact()] } }).tier).toBe('3');
  });

  it('keeps tier 3 in circular work that the partnership exempts from what its country closed', () => {
    const pressedSectors = [aPressedSectorFact({ effects: ['no-favourable-treatment'] })];
    const partnerships = [aPartnershipFact({ circularExemption: true })];
    const seasonal = { permitCategory: 'seasonal' };
    expect(tierOf({}, { state: { pressedSectors, partnerships } }).tier).toBe('4');
    expect(tierOf({}, { state: { pressedSectors }, vacancy: seasonal }).tier).toBe('4');
    expect(tierOf({}, { state: { pressedSectors, partnerships }, vacancy: seasonal }).tier).toBe(
      '3',
    );
  });

  it.each([
    ['a seat', [aQuotaFact({ remaining: 0 }), aQuotaFact({ partnerCountry: 'SN', remaining: 1 })]],
    ['an offer', [aQuotaFact({ partnerCountry: 'SN', remaining: 1 })]],
    ['no need of a seat', [aQuotaFact({ remaining: 0 })]],
    ['a list to wait on', [aQuotaFact({ partnerCountry: 'SN', remaining: 0 })]],
  ])('comes from the partner country that has %s, in either order', (what, quotas) => {
    const components = what === 'no need of a seat' ? ['matching'] : ['quotas'];
    const agreed = [
      aPartnershipFact({ components: ['quotas'] }),
      aPartnershipFact({ partnerCountry: 'SN', components }),
    ];
    for (const nationalities of [
      ['MA', 'SN'],
      ['SN', 'MA'],
    ]) {
      const tier = tierOf({ nationalities }, { state: { partnerships: agreed, quotas } });
      expect(tier).toMatchObject({ tier: '3', because: 'SN' });
    }
  });

  it('comes from the first, by country code, of two that let them in', () => {
    const partnerships = [aPartnershipFact({ partnerCountry: 'SN' }), aPartnershipFact()];
    expect(tierOf({ nationalities: ['SN', 'MA'] }, { state: { partnerships } }).because).toBe('MA');
  });

  it('keeps tier 3 through a second partner country that named no sector, in either order', () => {
    const state = {
      partnerships: [aPartnershipFact(), aPartnershipFact({ partnerCountry: 'SN' })],
      pressedSectors: [aPressedSectorFact({ effects: ['no-favourable-treatment'] })],
    };
    for (const nationalities of [
      ['MA', 'SN'],
      ['SN', 'MA'],
    ]) {
      expect(tierOf({ nationalities }, { state })).toMatchObject({ tier: '3', because: 'SN' });
    }
  });
});

describe('everybody else', () => {
  it.each([
    ['a national of another third country', ['BR'], 'BR'],
    ['a stateless person', ['XX'], 'XX'],
    ['somebody from Kosovo', ['XK'], 'XK'],
    ['somebody whose nationality is unknown', [], 'XX'],
  ])('is tier 4: %s', (_, nationalities, because) => {
    expect(tierOf({ nationalities })).toMatchObject({ tier: '4', because });
  });

  it('is tier 3 from Kosovo under a partnership with Kosovo', () => {
    const partnerships = [aPartnershipFact({ partnerCountry: 'XK' })];
    expect(tierOf({ nationalities: ['XK'] }, { state: { partnerships } }).tier).toBe('3');
  });
});

describe('Community preference', () => {
  it('is the preference of tiers 0 and 1', () => {
    const inside = (known: Partial<CandidateFacts>): boolean => isDomestic(tierOf(known));
    expect(inside({ nationalities: ['SE'] })).toBe(true);
    expect(inside({ residencePermits: ['FR'] })).toBe(true);
    expect([['TR'], ['MA'], ['BR']].some((nationalities) => inside({ nationalities }))).toBe(false);
    expect(domesticTier(aCandidateFact({ nationalities: ['TR'] }), 'FR')).toBeNull();
  });

  it('does not depend on the order of nationalities, partnerships or sectors', () => {
    fc.assert(
      fc.property(anyWorld, ({ vacancy, candidates, state }) => {
        for (const candidate of candidates) {
          const { tier } = assignTier({
            vacancy,
            candidate,
            state: { ...state, fitDomesticLeft: 0 },
          });
          const turned = assignTier({
            vacancy,
            candidate: { ...candidate, nationalities: candidate.nationalities.toReversed() },
            state: {
              ...state,
              partnerships: state.partnerships.toReversed(),
              pressedSectors: state.pressedSectors.toReversed(),
              fitDomesticLeft: 0,
            },
          });
          expect(turned.tier).toBe(tier);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('cites a source for every tier', () => {
    const people = [['FR'], ['TR'], ['MA'], ['BR']].map((nationalities) => ({ nationalities }));
    for (const person of [...people, { euFamilyMember: true }, { residencePermits: ['FR'] }]) {
      expect(tierOf(person).citation).not.toBe('');
    }
  });
});
