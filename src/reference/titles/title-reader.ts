import { iscoTitle } from '../isco/isco.ts';
import {
  confidenceOfOccupation,
  confidenceOfOwnName,
  namesOne,
  MIN_CONFIDENCE,
  type ExactName,
} from './confidence.ts';
import { NameReader } from './names/name-reader.ts';
import { type Named, NameShelf } from './names/name-shelf.ts';
import type { Proposal } from './names/proposals.ts';

/** An occupation, or a whole ISCO group, with its names in one language. */
export interface NamedOccupation {
  /** The ESCO concept; null for an ISCO group. */
  uri: string | null;
  /** ISCO-08. */
  isco: string;
  /** ISO 639-1. */
  language: string;
  /** The names. For ESCO, the first is the one that the occupation goes by. */
  names: readonly string[];
  /** Whether no authority has checked that these names mean this. */
  unverified: boolean;
}

/** An occupation that a title in words may name. */
export interface ReadOccupation {
  /** The ESCO concept; null if only the ISCO group can be told. */
  uri: string | null;
  isco: string;
  label: string;
  /** The language of the label, ISO 639-1. */
  language: string;
  /** The probability, 0 to 1, that the ISCO group is the right one. */
  confidence: number;
  /** Whether it was decided by a list of names that no authority has checked. */
  unverified: boolean;
}

/** What a title was read as. */
export interface TitleReading {
  /** The occupation; null if it is not sure enough, so that a person is asked. */
  found: ReadOccupation | null;
  /** Occupations to choose from, the most probable first, each once. */
  candidates: readonly ReadOccupation[];
}

/** Reads a job title in `language` (ISO 639-1), or in any language if it is null. */
export type ReadTitle = (title: string, language: string | null) => TitleReading;

/** The most occupations to choose from. */
const SHOWN = 20;

type Occupation = NamedOccupation & Named;

/** Reads job titles by the names of occupations: ESCO's if given, and our own. */
export class TitleReader {
  private constructor(private readonly names: NameReader<Occupation>) {}

  /** Makes a reader. If words mean different things in different languages, `own` come first. */
  static of(own: readonly NamedOccupation[], esco: readonly NamedOccupation[] = []): TitleReader {
    return new TitleReader(
      new NameReader([...shelvesOf(own, true), ...shelvesOf(esco, false)], confidenceOfOccupation),
    );
  }

  async prepare(): Promise<this> {
    await this.names.prepare();
    return this;
  }

  /**
   * Returns an ESCO occupation only for exactly its name. For similar words it returns at most the
   * ISCO group, and if several groups fit equally, none: it never guesses.
   */
  readonly read: ReadTitle = (title, language) => {
    const proposals = this.names.read(title, language).map((one) => weighed(one, language));
    const ranked = proposals.toSorted(
      (a, b) => Number(isNamed(b)) - Number(isNamed(a)) || b.confidence - a.confidence,
    );
    const [best] = ranked;
    const sure = best !== undefined && best.confidence >= MIN_CONFIDENCE;
    return { found: sure ? settled(best, ranked) : null, candidates: distinct(ranked) };
  };
}

function shelvesOf(all: readonly NamedOccupation[], own: boolean): NameShelf<Occupation>[] {
  const languages = [...new Set(all.map(({ language }) => language))];
  return languages.map((language) => {
    const spoken = all.filter((one) => one.language === language);
    const named = spoken.map((one) => ({
      ...one,
      group: one.isco,
      isGroup: isGroup(one, own),
      preferred: preferredOf(one, own),
    }));
    return new NameShelf(language, own, named);
  });
}

/**
 * Returns whether a name stands for a whole group. Our own titles stand for some work of a group,
 * not for all of it.
 */
const isGroup = ({ uri }: NamedOccupation, own: boolean): boolean => uri === null && !own;

/**
 * Returns the number of preferred names. In our own lists all names are equal; no occupation goes
 * by the name of a whole group.
 */
function preferredOf(one: NamedOccupation, own: boolean): number {
  if (own) return one.names.length;
  return isGroup(one, own) ? 0 : 1;
}

type Weighed = ReadOccupation & { name: ExactName | null };

/**
 * Returns whether this is exactly the name of one group. It comes before similar names, even in
 * another language.
 */
const isNamed = ({ name, confidence }: Weighed): boolean =>
  namesOne(name) && confidence >= MIN_CONFIDENCE;

function weighed(
  { concept, label, language, confidence, name, own }: Proposal<Occupation>,
  asked: string | null,
): Weighed {
  const { uri, isco, unverified } = concept;
  const likely = own && namesOne(name) ? confidenceOfOwnName(asked !== null) : confidence;
  return { uri, isco, label, language, confidence: likely, unverified, name };
}

/** Returns the one ESCO occupation of the group that the words name exactly, else the group. */
function settled(best: Weighed, ranked: readonly Weighed[]): ReadOccupation {
  const named = ranked.filter(
    ({ name, uri, isco }) => name !== null && uri !== null && isco === best.isco,
  );
  const [first] = named.filter(({ confidence }) => confidence >= MIN_CONFIDENCE);
  const isOne = named.every(
    ({ uri, confidence }) => uri === first?.uri || confidence < (first?.confidence ?? 0),
  );
  if (first === undefined || !isOne || best.name === null) return inGroup(best);
  return shown({ ...first, confidence: best.confidence });
}

function inGroup({ isco, confidence, language, unverified }: Weighed): ReadOccupation {
  return { uri: null, isco, label: iscoTitle(isco) ?? isco, language, confidence, unverified };
}

function distinct(ranked: readonly Weighed[]): ReadOccupation[] {
  const seen = new Set<string>();
  const each = ranked.filter(({ uri, isco }) => {
    const key = uri ?? isco;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return each.slice(0, SHOWN).map(shown);
}

function shown({ uri, isco, label, language, confidence, unverified }: Weighed): ReadOccupation {
  const rounded = Math.round(confidence * 1000) / 1000;
  return { uri, isco, label, language, confidence: rounded, unverified };
}
