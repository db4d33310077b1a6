import { cefrLevels } from '../../reference/languages/cefr.ts';
import {
  type CefrDimension,
  cefrDimensions,
} from '../../reference/languages/levels-by-dimension.ts';
import type { CandidateFacts, Facts, LanguageFact, VacancyFacts } from '../facts.ts';
import { consent } from '../rules/consent.rule.ts';
import { domesticFirst } from '../rules/domestic-first.rule.ts';
import { language } from '../rules/language.rule.ts';
import { rules } from '../rules/rules.ts';
import { isNear } from '../scoring/near.ts';
import type { EscoKnowledge } from '../scoring/part.ts';

/** One thing that a person could add, and how many open vacancies would then take them in. */
export interface Unlock {
  kind: 'language' | 'consent';
  /** ISO 639-1, or ISO 3166-1 alpha-2 of the state that the consent does not cover. */
  code: string;
  /** CEFR, for a language. */
  level: string | null;
  /** Of a language whose other dimensions reach the level: those that do not. */
  dimensions: readonly CefrDimension[];
  vacancies: number;
}

/** A vacancy with what is known of the person for its state, and whether a consent covers that. */
export interface Looked {
  vacancy: VacancyFacts;
  candidate: CandidateFacts;
  consented: boolean;
}

/** Gates that the person may come through, and the one that hangs on who else is there that day. */
const passable = new Set([consent, language, domesticFirst]);
const others = rules.filter((rule) => !passable.has(rule));

/** Whether a gate keeps the person out that no language and no consent opens: a country, a cap, a test. */
export function isBarred(facts: Facts): boolean {
  return others.some(({ check }) => check(facts).verdict === 'exclude');
}

/** Whether a language or a consent is all that the vacancy lacks of the person, of what they can change. */
export function lacksOne({ vacancy, candidate, consented }: Looked, esco: EscoKnowledge): boolean {
  const lacking = vacancy.requiredLanguages.filter((one) => !speaks(candidate, one)).length;
  return lacking === (consented ? 1 : 0) && isNear(vacancy, candidate, esco);
}

/**
 * What would open most vacancies to a person, the most first: a language at a level, or a consent for
 * a state. Of vacancies that lack one of these, see `lacksOne`; a level counts for every one that asks
 * for it or less.
 */
export function unlocksOf(lackingOne: readonly Looked[]): Unlock[] {
  const lacking = new Map<string, Lacking[]>();
  const unconsented = new Map<string, number>();
  for (const { vacancy, candidate } of lackingOne) {
    const asked = vacancy.requiredLanguages.find((one) => !speaks(candidate, one));
    if (asked) {
      lacking.set(asked.code, [...(lacking.get(asked.code) ?? []), lackingOf(candidate, asked)]);
    } else unconsented.set(vacancy.state, (unconsented.get(vacancy.state) ?? 0) + 1);
  }
  const languages = [...lacking].flatMap(([code, vacancies]) => byLevel(code, vacancies));
  const consents = [...unconsented].map(([code, vacancies]) => ofConsent(code, vacancies));
  const named = ({ kind, code, level }: Unlock): string => `${kind} ${code} ${level ?? ''}`;
  return [...languages, ...consents].toSorted(
    (a, b) => b.vacancies - a.vacancies || (named(a) < named(b) ? -1 : 1),
  );
}

/** A language that one vacancy asks for in all, and the dimensions in which the person is below it. */
interface Lacking {
  rank: number;
  dimensions: readonly CefrDimension[];
}

function speaks(candidate: CandidateFacts, { code, rank }: LanguageFact): boolean {
  return (languageIn(candidate, code)?.rank ?? 0) >= rank;
}

function languageIn({ languages }: CandidateFacts, code: string): LanguageFact | undefined {
  return languages.find((language) => language.code === code);
}

function lackingOf(candidate: CandidateFacts, { code, rank }: LanguageFact): Lacking {
  const { ranks = [] } = languageIn(candidate, code) ?? {};
  const below = cefrDimensions.filter((_, at) => (ranks[at] ?? 0) < rank);
  return { rank, dimensions: below.length < cefrDimensions.length ? below : [] };
}

function byLevel(code: string, lacking: readonly Lacking[]): Unlock[] {
  const byRank = new Map(lacking.map((one) => [one.rank, one]));
  return [...byRank.values()].map(({ rank, dimensions: below }) => {
    const opened = lacking.filter((asked) => asked.rank <= rank);
    const vacancies = opened.length;
    const level = cefrLevels[rank - 1] ?? 'A1';
    // In a state without the languages shared, all of it lacks.
    const isPartly = opened.every((asked) => asked.dimensions.length > 0);
    const dimensions = isPartly ? below : [];
    return { kind: 'language', code, level, dimensions, vacancies };
  });
}

function ofConsent(code: string, vacancies: number): Unlock {
  return { kind: 'consent', code, level: null, dimensions: [], vacancies };
}
