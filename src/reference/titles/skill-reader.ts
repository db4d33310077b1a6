import { confidenceOfSkill, namesOne, MIN_CONFIDENCE } from './confidence.ts';
import { NameReader } from './names/name-reader.ts';
import { type Named, NameShelf } from './names/name-shelf.ts';

/** A skill with its names in one language. */
export interface NamedSkill {
  /** The ESCO concept. */
  uri: string;
  /** ISO 639-1. */
  language: string;
  /** The names; the first is the one that the skill goes by. */
  names: readonly string[];
}

/** A skill that words may name. */
export interface ReadSkill {
  /** The ESCO concept. */
  uri: string;
  label: string;
  /** The language of the label, ISO 639-1. */
  language: string;
  /** The confidence, 0 to 1. */
  confidence: number;
}

/**
 * Reads the name of one skill in `language` (ISO 639-1), or in any if it is null. Returns null if
 * it names no skill.
 */
export type ReadSkillName = (name: string, language: string | null) => ReadSkill | null;

/** The most words of a name that is looked for within a sentence. */
const LONGEST_NAME = 6;

/** The most words of a phrase that is read as one skill. A longer one says more than one thing. */
const LONGEST_PHRASE = 8;

const SHOWN = 20;

const betweenPhrases = /[\n\r.;,:|•·!?()[\]]+|\s[-–—]\s/u;

type Skill = NamedSkill & Named;

/** Reads skills by their names in ESCO. Without ESCO there are none. */
export class SkillReader {
  private readonly names: NameReader<Skill>;
  private readonly isEmpty: boolean;

  constructor(skills: readonly NamedSkill[]) {
    this.isEmpty = skills.length === 0;
    const languages = [...new Set(skills.map(({ language }) => language))];
    this.names = new NameReader(
      languages.map((language) => {
        const spoken = skills.filter((one) => one.language === language);
        const named = spoken.map((one) => ({
          ...one,
          group: one.uri,
          isGroup: false,
          preferred: 1,
        }));
        return new NameShelf(language, false, named);
      }),
      confidenceOfSkill,
    );
  }

  async prepare(): Promise<this> {
    await this.names.prepare();
    return this;
  }

  /** Returns skills to choose from, the most probable first. */
  suggest(name: string, language: string | null): ReadSkill[] {
    const proposals = this.names.read(name, language);
    const each = proposals.filter(
      ({ concept }, at) => proposals.findIndex((one) => one.concept.uri === concept.uri) === at,
    );
    return each.slice(0, SHOWN).map(({ concept, label, language: of, confidence }) => ({
      uri: concept.uri,
      label,
      language: of,
      confidence: Math.round(confidence * 1000) / 1000,
    }));
  }

  /** Returns a skill only if the words are exactly its name and no other skill's. */
  readonly readName: ReadSkillName = (name, language) => {
    if (this.isEmpty) return null;
    const [best] = this.names.named(name, language);
    if (best === undefined || !namesOne(best.name)) return null;
    const { concept, label, language: of, confidence } = best;
    return { uri: concept.uri, label, language: of, confidence };
  };

  /**
   * Returns the skills that a text mentions, in its order, each once. Words in a row are read as
   * the longest name of a skill that they form. A phrase without such a name is read as a whole if
   * it is short.
   */
  readText(text: string, language: string | null): ReadSkill[] {
    const found = text
      .split(betweenPhrases)
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== '')
      .flatMap((phrase) => this.readPhrase(phrase, language));
    return found.filter(({ uri }, at) => found.findIndex((one) => one.uri === uri) === at);
  }

  private readPhrase(phrase: string, language: string | null): ReadSkill[] {
    const words = phrase.split(/\s+/);
    const found: ReadSkill[] = [];
    for (let start = 0; start < words.length;) {
      const length = Math.min(LONGEST_NAME, words.length - start);
      const name = this.longestName(words.slice(start, start + length), language);
      if (name !== null) found.push(name.skill);
      start += name?.words ?? 1;
    }
    if (found.length > 0 || words.length > LONGEST_PHRASE) return found;
    return this.suggest(phrase, language)
      .slice(0, 1)
      .filter(({ confidence }) => confidence >= MIN_CONFIDENCE);
  }

  private longestName(
    words: readonly string[],
    language: string | null,
  ): { skill: ReadSkill; words: number } | null {
    for (let count = words.length; count > 0; count -= 1) {
      const skill = this.readName(words.slice(0, count).join(' '), language);
      if (skill !== null) return { skill, words: count };
    }
    return null;
  }
}
