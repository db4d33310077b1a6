import type { CandidateFacts, PressedSectorFact, VacancyFacts } from '../facts.ts';

/** NACE codes compare without dots: a section holds its divisions, a division its groups. */
const plain = (code: string): string => code.replaceAll('.', '');

function coversOccupation(
  { scheme, code }: PressedSectorFact,
  isco: readonly (string | null)[],
  esco: readonly (string | null)[],
): boolean {
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

/** The sectors of the person's own partner countries that forbid active matching for this permit. */
export function forbiddingSectors(
  sectors: readonly PressedSectorFact[],
  { nationalities }: CandidateFacts,
): PressedSectorFact[] {
  return sectors.filter(
    ({ partnerCountry, effects }) =>
      nationalities.includes(partnerCountry) && effects.includes('no-active-matching'),
  );
}
