import { cefrLevels } from '../../reference/languages/cefr.ts';
import { countryName } from '../../reference/countries/countries.ts';
import { languageName } from '../../reference/languages/languages.ts';
import type { CandidateFacts, LanguageFact, VacancyFacts } from '../facts.ts';
import { isNear } from '../scoring/near.ts';
import type { EscoKnowledge } from '../scoring/part.ts';

/** One thing that a person could add, and how many open vacancies would then take them in. */
export interface Unlock {
  kind: 'language' | 'consent';
  /** ISO 639-1, or ISO 3166-1 alpha-2 of the state that the consent does not cover. */
  code: string;
  /** CEFR, for a language. */
  level: string | null;
  vacancies: number;
  /** In English, for people. */
  sentence: string;
}

/** A vacancy with what is known of the person for its state, and whether a consent covers that. */
export interface Looked {
  vacancy: VacancyFacts;
  candidate: CandidateFacts;
  consented: boolean;
}

/**
 * What would open most vacancies to a person, the most first: a language at a level, or a consent for
 * a state. A vacancy counts where that is all that keeps the person out, of what they can change; a
 * level counts for every vacancy that asks for it or less.
 */
export function unlocksOf(looked: readonly Looked[], esco: EscoKnowledge): Unlock[] {
  const lacking = new Map<string, number[]>();
  const unconsented = new Map<string, number>();
  for (const { vacancy, candidate, consented } of looked) {
    if (!isNear(vacancy, candidate, esco)) continue;
    const [first, ...others] = vacancy.requiredLanguages.filter((one) => !speaks(candidate, one));
    if (consented && first && others.length === 0) {
      lacking.set(first.code, [...(lacking.get(first.code) ?? []), first.rank]);
    }
    if (consented || first) continue;
    unconsented.set(vacancy.state, (unconsented.get(vacancy.state) ?? 0) + 1);
  }
  const languages = [...lacking].flatMap(([code, ranks]) => byLevel(code, ranks));
  const consents = [...unconsented].map(([code, vacancies]) => ofConsent(code, vacancies));
  return [...languages, ...consents].toSorted(
    (a, b) => b.vacancies - a.vacancies || a.sentence.localeCompare(b.sentence),
  );
}

function speaks(candidate: CandidateFacts, { code, rank }: LanguageFact): boolean {
  const own = candidate.languages.find((language) => language.code === code);
  return (own?.rank ?? 0) >= rank;
}

function byLevel(code: string, ranks: readonly number[]): Unlock[] {
  return [...new Set(ranks)].map((rank) => {
    const vacancies = ranks.filter((asked) => asked <= rank).length;
    const level = cefrLevels[rank - 1] ?? 'A1';
    const what = `${languageName(code)} ${level}`;
    return { kind: 'language', code, level, vacancies, sentence: sentenceOf(what, vacancies) };
  });
}

function ofConsent(code: string, vacancies: number): Unlock {
  const what = `A consent to be matched in ${countryName(code)}`;
  return { kind: 'consent', code, level: null, vacancies, sentence: sentenceOf(what, vacancies) };
}

function sentenceOf(what: string, vacancies: number): string {
  return `${what} would open ${vacancies} more ${vacancies === 1 ? 'vacancy' : 'vacancies'}.`;
}
