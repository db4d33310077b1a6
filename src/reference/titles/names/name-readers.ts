import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReadSkill, SkillReader } from '../skill-reader.ts';
import type { TitleReader, TitleReading } from '../title-reader.ts';

/** Words with their language (ISO 639-1), or null if it is not known. */
export type AskedWords = readonly [words: string, language: string | null];

/** Returns a key for words in a language. */
export const keyOfWords = (words: string, language: string | null): string =>
  `${language ?? ''} ${words}`;

export interface NamesQuestion {
  titles?: readonly AskedWords[];
  /** Names of one skill each. */
  skills?: readonly AskedWords[];
  /** Texts that mention skills. */
  texts?: readonly AskedWords[];
}

/** What each was read as, in the order of the question. */
export interface NamesAnswer {
  titles: TitleReading[];
  skills: (ReadSkill | null)[];
  texts: ReadSkill[][];
}

/** The reading of a title that was not read. */
export const unread: TitleReading = { found: null, candidates: [] };

/** The readers of titles and skills. */
export class NameReaders {
  constructor(
    private readonly titles: TitleReader,
    private readonly skills: SkillReader,
  ) {}

  /**
   * Answers a question. Gives up the event loop at intervals, since a title that is like many names
   * takes milliseconds.
   */
  async answer({ titles = [], skills = [], texts = [] }: NamesQuestion): Promise<NamesAnswer> {
    return {
      titles: await inTurns(titles, this.titles.read),
      skills: await inTurns(skills, this.skills.readName),
      texts: await inTurns(texts, (text, language) => this.skills.readText(text, language)),
    };
  }
}

/** How long, in milliseconds, to work before the event loop gets a turn. */
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
