import type { CandidateFacts, Facts, PressedSectorFact, VacancyFacts } from '../facts.ts';

/** The name, in reasons, of the sector of a cap without an occupation. */
export const ALL_WORK = 'all work';

/** Returns the name of a sector in reasons, such as `ISCO 222`. */
export function sectorName({ scheme, code }: PressedSectorFact): string {
  return scheme === 'any' ? ALL_WORK : `${scheme.toUpperCase()} ${code}`;
}

/**
 * Removes the dots of a NACE code, so that a section is a prefix of its divisions, a division of
 * its groups.
 */
const plain = (code: string): string => code.replaceAll('.', '');

function coversOccupation(
  { scheme, code }: PressedSectorFact,
  isco: readonly (string | null)[],
  esco: readonly (string | null)[],
): boolean {
  if (scheme === 'any') return true;
  if (scheme === 'isco') return isco.some((own) => own?.startsWith(code));
  return scheme === 'esco' && esco.includes(code);
}

/** Returns whether the work that the vacancy offers lies in the sector. */
export function coversVacancy(sector: PressedSectorFact, vacancy: VacancyFacts): boolean {
  if (sector.scheme !== 'nace') return coversOccupation(sector, vacancy.isco, vacancy.esco);
  return vacancy.nace !== null && plain(vacancy.nace).startsWith(plain(sector.code));
}

/**
 * Returns whether the candidate works or trained in the sector. False for NACE: candidates have no
 * NACE code.
 */
export function coversPerson(sector: PressedSectorFact, candidate: CandidateFacts): boolean {
  const isco = candidate.trades.map((trade) => trade.isco);
  const esco = candidate.trades.map((trade) => trade.esco);
  return coversOccupation(sector, isco, esco);
}

/**
 * Returns whether the limit applies to the candidate: a national of that country, and resident in
 * the region if it names one.
 */
export function concerns(sector: PressedSectorFact, candidate: CandidateFacts): boolean {
  const { partnerCountry, region } = sector;
  const { nationalities, residenceRegion } = candidate;
  return nationalities.includes(partnerCountry) && (region === null || region === residenceRegion);
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
      (coversVacancy(sector, vacancy) || coversPerson(sector, candidate)),
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
