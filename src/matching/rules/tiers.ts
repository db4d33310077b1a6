import { isTierZeroCountry } from '../../reference/countries/countries.ts';
import type { CandidateFacts, Facts, PressedSectorFact } from '../facts.ts';
import { coversPerson, coversVacancy } from './pressed-sector-scope.ts';

/** The order of Community preference: a lower tier number is always put forward first. */
export type Tier = '0' | '1' | '2' | '3' | '4';

export interface TierAssignment {
  tier: Tier;
  /** The fact that led to it: a country, or what kind of right. */
  because: string;
  citation: string;
}

const FREE_MOVEMENT = 'TFEU Art. 45; Regulation (EU) 492/2011';
const FAMILY = 'Directive 2004/38/EC Art. 23';
const RESIDENT = 'Directive 2003/109/EC Art. 11; national law of the state';
const ASSOCIATION = 'EU-Turkey Association Council Decision 1/80 Art. 8';
const PARTNERSHIP = 'COM(2007) 248';
const NATIONAL = 'national law of the state';

/** Whose place in the order the person has in the state of the vacancy, on the day. */
export function assignTier({ vacancy, candidate, state }: Facts): TierAssignment {
  const domestic = domesticTier(candidate, vacancy.state);
  if (domestic) return domestic;
  const { nationalities } = candidate;
  if (nationalities.includes('TR')) return { tier: '2', because: 'TR', citation: ASSOCIATION };
  const partners = state.partnerships.map(({ partnerCountry }) => partnerCountry);
  const partner = nationalities.find(
    (country) =>
      partners.includes(country) && !isUnfavoured(country, { vacancy, candidate, state }),
  );
  if (partner === undefined) {
    return { tier: '4', because: nationalities[0] ?? 'XX', citation: NATIONAL };
  }
  return { tier: '3', because: partner, citation: PARTNERSHIP };
}

/** Tiers 0 and 1 rest on the person and the state alone; null for everybody else. */
export function domesticTier(
  candidate: Pick<CandidateFacts, 'nationalities' | 'euFamilyMember' | 'residencePermits'>,
  state: string,
): TierAssignment | null {
  const citizenship = candidate.nationalities.find((country) => isTierZeroCountry(country));
  if (citizenship) return { tier: '0', because: citizenship, citation: FREE_MOVEMENT };
  if (candidate.euFamilyMember) return { tier: '0', because: 'family', citation: FAMILY };
  const resident = candidate.residencePermits.includes(state);
  return resident ? { tier: '1', because: state, citation: RESIDENT } : null;
}

export function isDomestic({ tier }: TierAssignment): boolean {
  return tier === '0' || tier === '1';
}

/** A sector that the partner country named may take away the favourable treatment alone. */
function isUnfavoured(partner: string, facts: Facts): boolean {
  const covers = (sector: PressedSectorFact): boolean =>
    coversVacancy(sector, facts.vacancy) || coversPerson(sector, facts.candidate);
  return facts.state.pressedSectors.some(
    (sector) =>
      sector.partnerCountry === partner &&
      sector.effects.includes('no-favourable-treatment') &&
      covers(sector),
  );
}
