import { isTierZeroCountry } from '../../reference/countries/countries.ts';
import type { CandidateFacts, Facts } from '../facts.ts';
import type { LawRule } from '../law/law-rule.ts';
import { unfavouringSector } from './pressed-sector-scope.ts';
import { type ReservedSeats, reservedSeats } from './reserved-seats.ts';

/**
 * The tiers of Community preference, in order: 0 free movement of workers, 0t the same where a
 * transition limits it, 1 residents of the state, 2 association law, 3 a mobility partnership, 4
 * all others. A lower tier is always put forward first.
 */
export type Tier = '0' | '0t' | '1' | '2' | '3' | '4';

/** The tier in which seats are reserved (COM(2007) 248). */
export const SEATED_TIER = '3';

export interface TierAssignment {
  tier: Tier;
  /** The fact behind the tier: a country (ISO 3166-1 alpha-2), or `family` of a Union citizen. */
  because: string;
  /** The act that the tier rests on. */
  citation: string;
}

const FREE_MOVEMENT = 'TFEU Art. 45; Regulation (EU) 492/2011';
const FAMILY = 'Directive 2004/38/EC Art. 23';
const RESIDENT = 'Directive 2003/109/EC Art. 11; national law of the state';
const PARTNERSHIP = 'COM(2007) 248';
const NATIONAL = 'national law of the state';

/** The last result. Most rules ask for the tier of the same facts, one after the other. */
let last: { facts: Facts; tier: TierAssignment } | null = null;

/** Returns the candidate's tier in the state of the vacancy, on the day. */
export function assignTier(facts: Facts): TierAssignment {
  if (last?.facts !== facts) last = { facts, tier: tierFor(facts) };
  return last.tier;
}

function tierFor({ vacancy, candidate, state }: Facts): TierAssignment {
  const domestic = domesticTier(candidate, vacancy.state, state.law['accession-transition']);
  if (domestic) return domestic;
  const { nationalities } = candidate;
  for (const { parameters, citation } of state.law.association) {
    const associated = nationalities.find((country) => parameters.countries.includes(country));
    if (associated) return { tier: '2', because: associated, citation };
  }
  const partner = favouring({ vacancy, candidate, state });
  if (partner === undefined) {
    return { tier: '4', because: nationalities[0] ?? 'XX', citation: NATIONAL };
  }
  return { tier: '3', because: partner, citation: PARTNERSHIP };
}

/**
 * Returns tier 0, 0t or 1, or null for everybody else. These tiers depend on the candidate and the
 * state's law alone. Accession `transitions` only distinguish 0t from 0; they never decide whether
 * the result is null.
 */
export function domesticTier(
  candidate: Pick<CandidateFacts, 'nationalities' | 'euFamilyMember' | 'residencePermits'>,
  state: string,
  transitions: readonly LawRule<'accession-transition'>[] = [],
): TierAssignment | null {
  const { nationalities } = candidate;
  const transition = (country: string) =>
    transitions.find(({ parameters }) => parameters.countries.includes(country));
  const citizenships = nationalities.filter((country) => isTierZeroCountry(country));
  const free = citizenships.find((country) => country === state || !transition(country));
  if (free) return { tier: '0', because: free, citation: FREE_MOVEMENT };
  if (candidate.euFamilyMember) return { tier: '0', because: 'family', citation: FAMILY };
  for (const because of citizenships) {
    const limited = transition(because);
    if (limited) return { tier: '0t', because, citation: limited.citation };
  }
  const resident = candidate.residencePermits.includes(state);
  return resident ? { tier: '1', because: state, citation: RESIDENT } : null;
}

/** The tiers with Community preference. */
export const domesticTiers: readonly Tier[] = ['0', '0t', '1'];

/** Returns whether the tier has Community preference. */
export function isDomestic({ tier }: Pick<TierAssignment, 'tier'>): boolean {
  return domesticTiers.includes(tier);
}

/**
 * Best first: a seat is free or none is needed, then candidates may wait for a seat, then none is
 * offered.
 */
const openness: readonly ReservedSeats[] = ['left', 'none-agreed', 'full', 'none-offered'];

/**
 * Returns the candidate's partner country that favours them most; undefined without one. The order
 * of the passports does not matter: a free seat or no need of one comes first, then the code
 * decides.
 */
function favouring(facts: Facts): string | undefined {
  const { candidate, state } = facts;
  const partners = candidate.nationalities.filter(
    (country) =>
      state.partnerships.some(({ partnerCountry }) => partnerCountry === country) &&
      !unfavouringSector(country, facts),
  );
  if (partners.length < 2) return partners[0];
  const rank = (country: string): number => openness.indexOf(reservedSeats(country, state));
  return partners.toSorted().toSorted((a, b) => rank(a) - rank(b))[0];
}
