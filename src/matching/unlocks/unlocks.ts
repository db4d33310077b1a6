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

/** A thing that a candidate could add, and how many open vacancies it would open. */
export interface Unlock {
  kind: 'language' | 'consent';
  /** A language (ISO 639-1), or the state that no consent covers (ISO 3166-1 alpha-2). */
  code: string;
  /** CEFR level of a language; null for a consent. */
  level: string | null;
  /** The dimensions below the level, if the others reach it; empty if all are below. */
  dimensions: readonly CefrDimension[];
  vacancies: number;
}

/** A vacancy, the facts on the candidate for its state, and whether a consent covers that state. */
export interface ExaminedVacancy {
  vacancy: VacancyFacts;
  candidate: CandidateFacts;
  consented: boolean;
}

/**
 * Gates that the candidate can open, and `domesticFirst`, which depends on other candidates that
 * day.
 */
const passable = new Set([consent, language, domesticFirst]);
const others = rules.filter((rule) => !passable.has(rule));

/**
 * Returns whether a gate that no language and no consent can open holds the candidate back, such as
 * a country, a cap or a test.
 */
export function isBarred(facts: Facts): boolean {
  return others.some(({ check }) => check(facts).verdict === 'exclude');
}

/** Returns whether exactly one language or one consent separates the candidate from the vacancy. */
export function lacksOne(
  { vacancy, candidate, consented }: ExaminedVacancy,
  esco: EscoKnowledge,
): boolean {
  const lacking = vacancy.requiredLanguages.filter((one) => !speaks(candidate, one)).length;
  return lacking === (consented ? 1 : 0) && isNear(vacancy, candidate, esco);
}

/**
 * Returns what would open most vacancies to a candidate, best first: a language at a level, or a
 * consent for a state. `lackingOne` holds vacancies that meet `lacksOne`. A level counts for every
 * vacancy that asks for it or less.
 */
export function unlocksOf(lackingOne: readonly ExaminedVacancy[]): Unlock[] {
  const lacking = new Map<string, LanguageGap[]>();
  const unconsented = new Map<string, number>();
  for (const { vacancy, candidate } of lackingOne) {
    const asked = vacancy.requiredLanguages.find((one) => !speaks(candidate, one));
    if (asked) {
      lacking.set(asked.code, [...(lacking.get(asked.code) ?? []), gapOf(candidate, asked)]);
    } else unconsented.set(vacancy.state, (unconsented.get(vacancy.state) ?? 0) + 1);
  }
  const languages = [...lacking].flatMap(([code, vacancies]) => byLevel(code, vacancies));
  const consents = [...unconsented].map(([code, vacancies]) => ofConsent(code, vacancies));
  const named = ({ kind, code, level }: Unlock): string => `${kind} ${code} ${level ?? ''}`;
  return [...languages, ...consents].toSorted(
    (a, b) => b.vacancies - a.vacancies || (named(a) < named(b) ? -1 : 1),
  );
}

/** The overall level that a vacancy asks for, and the dimensions where the candidate is below. */
interface LanguageGap {
  rank: number;
  dimensions: readonly CefrDimension[];
}

function speaks(candidate: CandidateFacts, { code, rank }: LanguageFact): boolean {
  return (ownLanguage(candidate, code)?.rank ?? 0) >= rank;
}

function ownLanguage({ languages }: CandidateFacts, code: string): LanguageFact | undefined {
  return languages.find((language) => language.code === code);
}

function gapOf(candidate: CandidateFacts, { code, rank }: LanguageFact): LanguageGap {
  const { ranks = [] } = ownLanguage(candidate, code) ?? {};
  const below = cefrDimensions.filter((_, at) => (ranks[at] ?? 0) < rank);
  return { rank, dimensions: below.length < cefrDimensions.length ? below : [] };
}

function byLevel(code: string, lacking: readonly LanguageGap[]): Unlock[] {
  const byRank = new Map(lacking.map((one) => [one.rank, one]));
  return [...byRank.values()].map(({ rank, dimensions: below }) => {
    const opened = lacking.filter((asked) => asked.rank <= rank);
    const vacancies = opened.length;
    const level = cefrLevels[rank - 1] ?? 'A1';
    // If languages are not shared with a state, all dimensions are lacking.
    const isPartly = opened.every((asked) => asked.dimensions.length > 0);
    const dimensions = isPartly ? below : [];
    return { kind: 'language', code, level, dimensions, vacancies };
  });
}

function ofConsent(code: string, vacancies: number): Unlock {
  return { kind: 'consent', code, level: null, dimensions: [], vacancies };
}
