import type { AskedWords } from '../../reference/titles/names/name-readers.ts';
import type { ReadTitle } from '../../reference/titles/title-reader.ts';
import type { Titles } from '../../reference/titles/titles.service.ts';
import { didYouMean, readAs } from '../../reference/titles/title-sentence.ts';
import { Findings } from '../../platform/formats/findings.ts';
import { OCCUPATION_MISSING } from './values/occupations.ts';
import type { ReadVacancy, VacancyDraft } from './vacancy-draft.ts';

/** Returns the titles that `occupationByTitle` will look up. */
export const titlesToRead = (reads: readonly ReadVacancy[]): AskedWords[] =>
  reads.flatMap(({ draft }) =>
    draft !== null && hasNoCode(draft) ? [[draft.title, draft.language] as const] : [],
  );

const hasNoCode = ({ isco, esco }: VacancyDraft): boolean => isco.length + esco.length === 0;

/** Calls `occupationByTitle` for many vacancies, reading all titles together. */
export async function occupationsByTitle<T extends ReadVacancy & { row?: number }>(
  reads: readonly T[],
  titles: Pick<Titles, 'readerOf'>,
): Promise<T[]> {
  const readTitle = await titles.readerOf(titlesToRead(reads));
  return reads.map((read) => occupationByTitle(read, readTitle));
}

/**
 * Gives a vacancy without a readable code the occupation of its title, if the title is clear
 * enough. Otherwise a finding suggests occupations, and only the words of the title can be matched.
 * A given code always wins over the title.
 */
export function occupationByTitle<T extends ReadVacancy & { row?: number }>(
  read: T,
  readTitle: ReadTitle,
): T {
  const { draft } = read;
  if (draft === null || !hasNoCode(draft)) return read;
  const { title, language } = draft;
  const isMissing = ({ code }: { code: string }): boolean => code === OCCUPATION_MISSING;
  const path = read.findings.find(isMissing)?.path ?? 'title';
  const at = { path, value: title };
  const findings = new Findings();
  const { found, candidates } = readTitle(title, language);
  if (found === null) {
    const words =
      'No occupation code is given, so only the words of the title are matched. Add an ISCO-08 or ESCO code.';
    findings.warn(OCCUPATION_MISSING, at, `${words}${didYouMean(candidates)}`);
  } else
    findings.warn(
      'isco-by-title',
      at,
      `No occupation code is given, so the title is read. ${readAs(found)}`,
    );
  const others = read.findings.filter((one) => !isMissing(one));
  const row = read.row ?? null;
  return {
    ...read,
    draft: {
      ...draft,
      isco: found === null ? [] : [found.isco],
      esco: found?.uri ? [found.uri] : [],
    },
    findings: [...others, ...findings.list.map((one) => ({ ...one, row }))],
  };
}
