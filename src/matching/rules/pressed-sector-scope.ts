import { isSameRegion } from '../../partnerships/outflow/same-region.ts';
import type { CandidateFacts, Facts, PressedSectorFact, VacancyFacts } from '../facts.ts';

/** The name, in reasons, of the sector of a cap without an occupation. */
export const ALL_WORK = 'all work';

/** Returns the name of a sector in reasons, such as `ISCO 222`. */
export function sectorName({ scheme, code }: PressedSectorFact): string {
  return scheme === 'any' ? ALL_WORK : `${scheme.toUpperCase()} ${code}`;
}

/**
 * Where work lies. `perhaps`: its codes are missing or name more than the sector, so they do not
 * rule it out.
 */
export type Lying = 'inside' | 'perhaps' | 'outside';

/**
 * Compares work with a group of a classification by code. A code that is shorter than that of the
 * group may mean work inside it.
 */
export function lyingOf(work: readonly string[], group: string): Lying {
  if (work.some((own) => own.startsWith(group))) return 'inside';
  return work.some((own) => group.startsWith(own)) ? 'perhaps' : 'outside';
}

/**
 * Removes the dots of a NACE code, so that a section is a prefix of its divisions, a division of
 * its groups.
 */
const plain = (code: string): string => code.replaceAll('.', '');

const isGiven = (code: string | null): code is string => code !== null;

/** Returns where the work that the vacancy offers lies. Work without a code may lie anywhere. */
export function lyingOfVacancy({ scheme, code }: PressedSectorFact, vacancy: VacancyFacts): Lying {
  const { isco, esco, nace } = vacancy;
  if (scheme === 'any') return 'inside';
  if (scheme === 'esco') return esco.includes(code) ? 'inside' : 'outside';
  if (scheme === 'nace') return nace === null ? 'perhaps' : lyingOf([plain(nace)], plain(code));
  return isco.length === 0 ? 'perhaps' : lyingOf(isco, code);
}

/**
 * Returns where the candidate works or trained. `outside` for NACE, as candidates have no NACE
 * code, and for trades without any code, as the vacancy has one.
 */
export function lyingOfPerson(
  { scheme, code }: PressedSectorFact,
  { trades }: Pick<CandidateFacts, 'trades'>,
): Lying {
  if (scheme === 'any') return 'inside';
  if (scheme === 'nace') return 'outside';
  if (scheme === 'esco') return trades.some(({ esco }) => esco === code) ? 'inside' : 'outside';
  const lying = lyingOf(trades.map(({ isco }) => isco).filter(isGiven), code);
  const isUntold = trades.some(({ isco, esco }) => isco === null && esco !== null);
  return lying === 'outside' && isUntold ? 'perhaps' : lying;
}

/**
 * Returns where the candidate lives in relation to the region that the limit names. `perhaps`: in
 * that country, in a region that is not on record.
 */
export function lyingOfHome(
  { partnerCountry, region }: PressedSectorFact,
  { residenceCountry, residenceRegion }: CandidateFacts,
): Lying {
  if (region === null) return 'inside';
  if (residenceRegion !== null) return isSameRegion(region, residenceRegion) ? 'inside' : 'outside';
  return residenceCountry === null || residenceCountry === partnerCountry ? 'perhaps' : 'outside';
}

/**
 * Returns whether the limit applies to the candidate: a national of that country, and resident in
 * the region if it names one, or perhaps.
 */
function concerns(sector: PressedSectorFact, candidate: CandidateFacts): boolean {
  return (
    candidate.nationalities.includes(sector.partnerCountry) &&
    lyingOfHome(sector, candidate) !== 'outside'
  );
}

/** Returns the limits of the candidate's own partner countries that forbid active matching. */
export function forbiddingSectors(
  sectors: readonly PressedSectorFact[],
  candidate: CandidateFacts,
): PressedSectorFact[] {
  return sectors.filter(
    (sector) => sector.effects.includes('no-active-matching') && concerns(sector, candidate),
  );
}

/** Returns whether an agreement between governments that reopens the sector has seats left. */
export function isReopened({ exceptionLeft }: PressedSectorFact): boolean {
  return exceptionLeft !== null && exceptionLeft > 0;
}

/**
 * Returns whether the partnership of that country exempts circular schemes and the vacancy is one
 * (seasonal).
 */
export function isExempt(
  { partnerCountry }: PressedSectorFact,
  { vacancy, state }: Pick<Facts, 'vacancy' | 'state'>,
): boolean {
  return state.partnerships.some(
    (partnership) =>
      partnership.partnerCountry === partnerCountry &&
      partnership.circularExemption &&
      vacancy.permitCategory === 'seasonal',
  );
}

/** Returns the sector by which the partner country takes its favourable treatment away, if any. */
export function unfavouringSector(partner: string, facts: Facts): PressedSectorFact | undefined {
  const { vacancy, candidate, state } = facts;
  return state.pressedSectors.find(
    (sector) =>
      sector.partnerCountry === partner &&
      sector.effects.includes('no-favourable-treatment') &&
      concerns(sector, candidate) &&
      !isReopened(sector) &&
      !isExempt(sector, facts) &&
      (lyingOfVacancy(sector, vacancy) !== 'outside' ||
        lyingOfPerson(sector, candidate) !== 'outside'),
  );
}

/**
 * Returns the sector because of which no partnership in force applies to the candidate, if that is
 * why.
 */
export function withdrawnFavour(facts: Facts): PressedSectorFact | undefined {
  const partners = facts.state.partnerships.map(({ partnerCountry }) => partnerCountry);
  const own = facts.candidate.nationalities.filter((country) => partners.includes(country));
  return own.map((country) => unfavouringSector(country, facts)).find((sector) => sector);
}
