import type { CandidateFacts, Facts, PressedSectorFact, VacancyFacts } from '../facts.ts';

/** NACE codes compare without dots: a section holds its divisions, a division its groups. */
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

/** Whether the work that the vacancy offers lies in the sector. */
export function coversVacancy(sector: PressedSectorFact, vacancy: VacancyFacts): boolean {
  if (sector.scheme !== 'nace') return coversOccupation(sector, vacancy.isco, vacancy.esco);
  return vacancy.nace !== null && plain(vacancy.nace).startsWith(plain(sector.code));
}

/** Whether the person works or trained in the sector; nobody's NACE is known. */
export function coversPerson(sector: PressedSectorFact, candidate: CandidateFacts): boolean {
  const isco = candidate.trades.map((trade) => trade.isco);
  const esco = candidate.trades.map((trade) => trade.esco);
  return coversOccupation(sector, isco, esco);
}

/** Whether the country that set the limit counts the person as its own, in the region if it says one. */
export function concerns(sector: PressedSectorFact, candidate: CandidateFacts): boolean {
  const { partnerCountry, region } = sector;
  const { nationalities, residenceRegion } = candidate;
  return nationalities.includes(partnerCountry) && (region === null || region === residenceRegion);
}

/** The limits of the person's own partner countries that forbid active matching. */
export function forbiddingSectors(
  sectors: readonly PressedSectorFact[],
  candidate: CandidateFacts,
): PressedSectorFact[] {
  return sectors.filter(
    (sector) => sector.effects.includes('no-active-matching') && concerns(sector, candidate),
  );
}

/** Whether seats are left of an agreement between governments that re-opens the sector. */
export function isReopened({ exceptionLeft }: PressedSectorFact): boolean {
  return exceptionLeft !== null && exceptionLeft > 0;
}

/** The partnership of the country that named the sector exempts circular schemes, such as this one. */
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
