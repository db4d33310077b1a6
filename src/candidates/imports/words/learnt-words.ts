import { Learnt } from '../../../platform/memory/learnt.ts';
import { type AskedWords, unread } from '../../../reference/titles/names/name-readers.ts';
import type { ReadSkill } from '../../../reference/titles/skill-reader.ts';
import type { TitleReading } from '../../../reference/titles/title-reader.ts';
import type { CandidateDraft } from '../../formats/candidate-draft.ts';
import { isToRead, titlesToRead, type WordReaders } from '../../formats/occupations-by-title.ts';

/** What the reader of a file asks about ESCO and the dictionaries of the database. */
export interface WordQuestion {
  titles: readonly string[];
  skills: readonly string[];
  stems: readonly (readonly [word: string, stemmer: string])[];
}

/** The answers, in the order of the question. */
export interface WordAnswer {
  titles: readonly TitleReading[];
  skills: readonly (ReadSkill | null)[];
  stems: readonly (readonly string[])[];
}

/** Asks a question, across a thread boundary if the reader has its own thread. */
export type Ask = (question: WordQuestion) => Promise<WordAnswer>;

/** Asks for words in any language: agencies write in several and do not say which. */
export const ofAnyLanguage = (words: string): AskedWords => [words, null];

/** Remembers titles and skills that were asked for before. */
export class LearntWords {
  private readonly ask: Ask;
  private readonly titles = new Learnt<TitleReading>();
  private readonly skills = new Learnt<ReadSkill | null>();

  constructor(ask: Ask) {
    this.ask = ask;
  }

  /** Returns readers that know all words of these candidates. */
  async readersFor(drafts: readonly CandidateDraft[]): Promise<WordReaders> {
    const titles = drafts.flatMap(titlesToRead);
    const skills = drafts.flatMap((draft) => draft.skills.filter(isToRead));
    await this.learn(
      [...this.titles.unknown(titles.map((title) => [title, title])).keys()],
      [...this.skills.unknown(skills.map(({ label }) => [label, label])).keys()],
    );
    return {
      readTitle: (title) => this.titles.of(title) ?? unread,
      readSkill: (label) => this.skills.of(label) ?? null,
    };
  }

  private async learn(titles: readonly string[], skills: readonly string[]): Promise<void> {
    if (titles.length + skills.length === 0) return;
    const answer = await this.ask({ titles, skills, stems: [] });
    this.titles.learn(titles, answer.titles, unread);
    this.skills.learn(skills, answer.skills, null);
  }
}
