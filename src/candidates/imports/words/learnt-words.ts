import { flattenText } from '../../../platform/memory/flatten-text.ts';
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

/** The number of words beyond which the memory is emptied. */
const mostKept = 20_000;

/** Remembers titles and skills that were asked for before: most of them occur again and again. */
export class LearntWords {
  private readonly ask: Ask;
  private readonly titles = new Map<string, TitleReading>();
  private readonly skills = new Map<string, ReadSkill | null>();

  constructor(ask: Ask) {
    this.ask = ask;
  }

  /** Returns readers that know all words of these candidates. */
  async readersFor(drafts: readonly CandidateDraft[]): Promise<WordReaders> {
    if (this.titles.size > mostKept) this.titles.clear();
    if (this.skills.size > mostKept) this.skills.clear();
    const titles = new Set<string>();
    const skills = new Set<string>();
    for (const draft of drafts) {
      for (const title of titlesToRead(draft)) if (!this.titles.has(title)) titles.add(title);
      for (const skill of draft.skills)
        if (isToRead(skill) && !this.skills.has(skill.label)) skills.add(skill.label);
    }
    await this.learn([...titles], [...skills]);
    return {
      readTitle: (title) => this.titles.get(title) ?? unread,
      readSkill: (label) => this.skills.get(label) ?? null,
    };
  }

  private async learn(titles: readonly string[], skills: readonly string[]): Promise<void> {
    if (titles.length + skills.length === 0) return;
    const answer = await this.ask({ titles, skills, stems: [] });
    titles.forEach((title, at) => this.titles.set(flattenText(title), answer.titles[at] ?? unread));
    skills.forEach((skill, at) => this.skills.set(flattenText(skill), answer.skills[at] ?? null));
  }
}
