import { dateOfParts } from '../../platform/clock/calendar-days.ts';
import type { ReadTitle } from '../../reference/titles/title-reader.ts';
import { isIscoCode } from '../../reference/isco/isco.ts';
import { noSuchDay } from './home-vacancies.errors.ts';
import { unknownCode } from '../../reference/reference.errors.ts';
import type { HomeVacancyDto, ReceivedVacancy } from './home-vacancies.dto.ts';
import type { HomeVacancy } from './home-vacancy.entity.ts';

type Owner = Pick<HomeVacancy, 'id' | 'organisationId' | 'country' | 'createdAt'>;

/** The most suggestions for the meaning of a title. */
const SUGGESTED = 5;

/**
 * Reads a line of the list as a vacancy; `at` is its index in the list. @throws ProblemError 400
 * for a day that does not exist or an unknown occupation
 */
export function readHomeVacancy(
  dto: HomeVacancyDto,
  owner: Owner,
  { at, readTitle }: { at: number; readTitle: ReadTitle },
): ReceivedVacancy {
  const pointer = `/items/${at}`;
  const { isco, esco, suggestions } = occupationOf(dto, pointer, readTitle);
  const { experience = null, date_debut: start } = dto;
  const vacancy: HomeVacancy = {
    ...owner,
    reference: dto.ref,
    publishedOn: dayOf(dto.date, `${pointer}/date`),
    title: dto.titre,
    description: dto.description ?? '',
    positions: dto.nb,
    place: dto.lieu ?? null,
    agency: dto.agence ?? null,
    sector: dto.secteur ?? null,
    contract: dto.type_contrat ?? null,
    education: dto.formation ?? null,
    experience,
    experienceYears: experience === null ? null : leastYears(experience),
    startsOn: start === undefined ? null : dayOf(start, `${pointer}/date_debut`),
    isco,
    esco,
    skills: dto.skills ?? [],
    status: dto.status ?? 'open',
  };
  return { vacancy, suggestions };
}

function occupationOf(
  { titre, isco }: HomeVacancyDto,
  pointer: string,
  readTitle: ReadTitle,
): Pick<HomeVacancy, 'isco' | 'esco'> & Pick<ReceivedVacancy, 'suggestions'> {
  if (isco !== undefined) {
    if (!isIscoCode(isco)) throw unknownCode(`${pointer}/isco`, isco, 'isco');
    return { isco: [isco], esco: [], suggestions: [] };
  }
  const { found, candidates } = readTitle(titre, 'fr');
  if (found) return { isco: [found.isco], esco: found.uri ? [found.uri] : [], suggestions: [] };
  const suggestions = candidates.slice(0, SUGGESTED).map(({ isco, label }) => ({ isco, label }));
  return { isco: [], esco: [], suggestions };
}

/** Converts `dd/mm/yyyy` to `yyyy-mm-dd`. */
function dayOf(written: string, pointer: string): string {
  const [day = 0, month = 0, year = 0] = written.split('/').map(Number);
  const on = dateOfParts(year, month, day);
  if (on === null) throw noSuchDay(pointer, written);
  return on;
}

/**
 * Returns the first number of a range in years, so that `(6 mois - 1 an)` is 0.5, and 0 for
 * `débutant`. Returns null for anything else.
 */
export function leastYears(written: string): number | null {
  const found = /(\d+)\s*(mois|ans?)?(?:\s*[-à]\s*\d+\s*(mois|ans?))?/i.exec(written);
  if (!found) return /d[ée]butant/i.test(written) ? 0 : null;
  const unit = found[2] ?? found[3] ?? 'ans';
  const number = Number(found[1]);
  return unit.toLowerCase() === 'mois' ? number / 12 : number;
}
