import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReadSkill, SkillReader } from '../skill-reader.ts';
import type { TitleReader, TitleReading } from '../title-reader.ts';

/** Words with their language (ISO 639-1), null where it is not known. */
export type AskedWords = readonly [words: string, language: string | null];

/** By which words in a language are told from others. */
export const keyOfWords = (words: string, language: string | null): string =>
  `${language ?? ''} ${words}`;

export interface NamesQuestion {
  titles?: readonly AskedWords[];
  /** Each the name of one skill. */
  skills?: readonly AskedWords[];
  /** Texts that speak of skills. */
  texts?: readonly AskedWords[];
}

/** What each is, in the order of the question. */
export interface NamesAnswer {
  titles: TitleReading[];
  skills: (ReadSkill | null)[];
  texts: ReadSkill[][];
}

/** Of a title that nobody has read. */
export const unread: TitleReading = { found: null, candidates: [] };

/** The readers of what names mean. */
export class NameReaders {
  constructor(
    private readonly titles: TitleReader,
    private readonly skills: SkillReader,
  ) {}

  /** Lets others work in between, since a title that is like many names takes milliseconds. */
  async answer({ titles = [], skills = [], texts = [] }: NamesQuestion): Promise<NamesAnswer> {
    return {
      titles: await inTurns(titles, this.titles.read),
      skills: await inTurns(skills, this.skills.readName),
      texts: await inTurns(texts, (text, language) => this.skills.readText(text, language)),
    };
  }
}

/** After so many milliseconds others are let work. */
const AT_A_STRETCH = 5;

async function inTurns<T>(
  asked: readonly AskedWords[],
  read: (words: string, language: string | null) => T,
): Promise<T[]> {
  const answers: T[] = [];
  let since = performance.now();
  for (const [words, language] of asked) {
    if (performance.now() - since > AT_A_STRETCH) {
      await nextTurn();
      since = performance.now();
    }
    answers.push(read(words, language));
  }
  return answers;
}
