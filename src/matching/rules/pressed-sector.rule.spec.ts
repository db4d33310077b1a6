import { describe, expect, it } from '@jest/globals';
import { aPartnershipFact, aPressedSectorFact, someFacts } from '../facts.builders.ts';
import type { CandidateFacts, PressedSectorFact, VacancyFacts } from '../facts.ts';
import { pressedSectorOfPerson, pressedSectorOfVacancy } from './pressed-sector.rule.ts';
import type { Result } from './rule.ts';

interface Case {
  vacancy?: Partial<VacancyFacts>;
  candidate?: Partial<CandidateFacts>;
  pressedSectors?: PressedSectorFact[];
  circularExemption?: boolean;
}

/**
 * Checks both rules: by the vacancy, by the candidate. Morocco has named electricians, except as
 * given.
 */
function check({ vacancy = {}, candidate = {}, ...known }: Case): [Result, Result] {
  const { pressedSectors = [aPressedSectorFact()], circularExemption = false } = known;
  const state = { pressedSectors, partnerships: [aPartnershipFact({ circularExemption })] };
  const facts = someFacts({ vacancy, candidate, state });
  return [pressedSectorOfVacancy.check(facts), pressedSectorOfPerson.check(facts)];
}

const passes = (code: string): object => ({ verdict: 'pass', reason: { code } });
const decision = {
  country: 'Morocco',
  sector: 'ISCO 7411',
  reason: 'too few electricians at home',
  since: '2026-02-01',
};
const heldBack = { verdict: 'exclude', reason: { code: 'pressed-sector', params: decision } };
const unconcerned = { verdict: 'pass', reason: { code: 'no-pressed-sector', params: {} } };
const otherWork = { isco: ['9111'], esco: [], nace: 'O81.2' };

describe('a vacancy in a pressed sector', () => {
  it("is not matched with the partner's nationals, and gives the partner's decision", () => {
    const cleaner = { trades: [{ isco: '9111', esco: null, years: 1 }] };
    expect(check({ candidate: cleaner })).toEqual([heldBack, unconcerned]);
  });

  it('is matched with nationals of a country that named no sector', () => {
    const [byWork, byPerson] = check({ candidate: { nationalities: ['SN'] } });
    expect(byWork).toEqual(unconcerned);
    expect(byPerson).toEqual(unconcerned);
  });

  it('belongs to the sector by its branch alone', () => {
    const pressedSectors = [aPressedSectorFact({ scheme: 'nace', code: 'F43' })];
    const [byWork, byPerson] = check({ pressedSectors, vacancy: { isco: ['9313'] } });
    expect(byWork).toMatchObject({
      verdict: 'exclude',
      reason: { params: { sector: 'NACE F43' } },
    });
    expect(byPerson).toEqual(unconcerned);
  });
});

describe('a candidate from a pressed sector', () => {
  it('is not matched with other work either', () => {
    expect(check({ vacancy: otherWork })).toEqual([unconcerned, heldBack]);
  });

  it('is not matched because of what they trained in and share with nobody', () => {
    expect(check({ vacancy: otherWork, candidate: { occupations: [] } })[1]).toEqual(heldBack);
  });

  it.each([
    ['a citizen of the EU', { nationalities: ['MA', 'FR'] }],
    ['a family member of a citizen', { euFamilyMember: true }],
    ['a lawful resident of the state', { residencePermits: ['FR'] }],
  ])('is matched like anybody else as %s', (_, candidate) => {
    for (const result of check({ candidate })) {
      expect(result).toMatchObject(passes('not-subject-to-pressed-sectors'));
    }
  });

  it('is matched if the partner chose only other effects', () => {
    const effects = ['no-favourable-treatment', 'no-direct-application'];
    for (const result of check({ pressedSectors: [aPressedSectorFact({ effects })] })) {
      expect(result).toEqual(unconcerned);
    }
  });

  it('is held back by the sector of either nationality', () => {
    for (const nationalities of [
      ['MA', 'TR'],
      ['TR', 'MA'],
      ['BR', 'MA'],
    ]) {
      expect(check({ candidate: { nationalities } })).toEqual([heldBack, heldBack]);
    }
  });
});

describe('a circular scheme that the partnership exempts', () => {
  const circularExemption = true;

  it("continues for seasonal work, and still gives the partner's decision", () => {
    for (const result of check({ circularExemption, vacancy: { permitCategory: 'seasonal' } })) {
      expect(result).toEqual({
        verdict: 'pass',
        reason: { code: 'circular-exemption', params: decision },
      });
    }
  });

  it.each(['general', 'trainee', 'highly-qualified', 'intra-corporate'])(
    'does not continue for other work: %s',
    (permitCategory) => {
      const results = check({ circularExemption, vacancy: { permitCategory } });
      expect(results).toEqual([heldBack, heldBack]);
    },
  );

  it('is not exempt without the clause', () => {
    expect(check({ vacancy: { permitCategory: 'seasonal' } })).toEqual([heldBack, heldBack]);
  });

  it('is not exempt from what another of the countries named, in whatever order', () => {
    const sectors = [aPressedSectorFact(), aPressedSectorFact({ partnerCountry: 'SN' })];
    for (const pressedSectors of [sectors, sectors.toReversed()]) {
      const results = check({
        circularExemption,
        pressedSectors,
        vacancy: { permitCategory: 'seasonal' },
        candidate: { nationalities: ['MA', 'SN'] },
      });
      for (const result of results) {
        expect(result).toMatchObject({
          verdict: 'exclude',
          reason: { params: { country: 'Senegal' } },
        });
      }
    }
  });
});

describe('a sector that an agreement between governments re-opens', () => {
  const reopened = (exceptionLeft: number): PressedSectorFact[] => [
    aPressedSectorFact({ exceptionLeft }),
  ];

  it('is open while seats of the agreement are left', () => {
    const [byWork, byPerson] = check({ pressedSectors: reopened(1) });
    expect(byWork).toMatchObject(passes('sector-reopened'));
    expect(byPerson).toMatchObject(passes('sector-reopened'));
  });

  it.each([0, -2])('is closed again once its number is used up: %i left', (left) => {
    const [byWork] = check({ pressedSectors: reopened(left) });
    expect(byWork).toMatchObject({ verdict: 'exclude', reason: { code: 'exception-used-up' } });
  });

  it('stays closed by another sector that covers the work and is not re-opened', () => {
    const group = aPressedSectorFact({ code: '741' });
    const [byWork] = check({ pressedSectors: [...reopened(5), group] });
    expect(byWork).toMatchObject({ verdict: 'exclude', reason: { code: 'pressed-sector' } });
  });
});

describe('a cap that is reached', () => {
  const cap = aPressedSectorFact({ source: 'cap', reason: 'Decree on departures' });

  it('acts like a pressed sector, by the vacancy and by the candidate', () => {
    const capped = { verdict: 'exclude', reason: { code: 'outflow-cap-reached' } };
    expect(check({ pressedSectors: [cap] })).toMatchObject([capped, capped]);
  });

  it('concerns only those who live in its region', () => {
    const regional = { ...cap, region: 'Souss-Massa' };
    const of = (residenceRegion: string | null, residenceCountry: string | null = 'MA') =>
      check({ pressedSectors: [regional], candidate: { residenceRegion, residenceCountry } })[0];
    for (const written of ['Souss-Massa', 'SOUSS MASSA', 'Soûss-Massa ']) {
      expect(of(written)).toMatchObject({ reason: { code: 'outflow-cap-reached' } });
    }
    expect([of('Oriental').verdict, of(null, 'FR').verdict]).toEqual(['pass', 'pass']);
  });

  it('concerns those whose region is not on record, and says so', () => {
    const regional = { ...cap, region: 'Souss-Massa' };
    for (const residenceCountry of ['MA', null]) {
      const [byWork] = check({ pressedSectors: [regional], candidate: { residenceCountry } });
      expect(byWork).toMatchObject({ reason: { code: 'region-not-ruled-out' } });
    }
    const [byWork] = check({ pressedSectors: [regional, cap] });
    expect(byWork).toMatchObject({ reason: { code: 'outflow-cap-reached' } });
  });

  it('concerns every vacancy if it is for all work', () => {
    const all = { ...cap, scheme: 'any' as const, code: '' };
    const [byWork] = check({ pressedSectors: [all], vacancy: otherWork });
    expect(byWork).toMatchObject({ reason: { params: { sector: 'all work' } } });
  });
});

describe('a sector that closes direct application as well', () => {
  it('says so, because direct application otherwise stays open', () => {
    const effects = ['no-active-matching', 'no-direct-application'];
    const [byWork] = check({ pressedSectors: [aPressedSectorFact({ effects })] });
    expect(byWork).toMatchObject({ reason: { code: 'pressed-sector-closed' } });
  });
});
