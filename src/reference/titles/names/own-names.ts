import { builtInReader } from '../built-in-titles.ts';
import { type NamesAnswer, type NamesQuestion, NameReaders } from './name-readers.ts';
import { NamesInThread } from './names-in-thread.ts';
import { SkillReader } from '../skill-reader.ts';

/**
 * The number of titles and texts from which a thread is used. Fewer are read here before a thread
 * would have started.
 */
const WORTH_A_THREAD = 20;

const none = { occupations: new Uint8Array(), skills: new Uint8Array() };

/**
 * Stands in for the names of ESCO while it is not loaded: titles are read as ISCO groups, and no
 * skills are known.
 */
export class OwnNames {
  private readonly here = new NameReaders(builtInReader, new SkillReader([]));
  private thread: NamesInThread | null = null;

  /** `nodeArguments`: the arguments of Node in the thread. */
  constructor(private readonly nodeArguments: readonly string[]) {}

  answer(question: NamesQuestion): Promise<NamesAnswer> {
    const words = Object.values<readonly unknown[]>({ ...question });
    if (words.reduce((sum, { length }) => sum + length, 0) < WORTH_A_THREAD)
      return this.here.answer(question);
    this.thread ??= new NamesInThread(none, this.nodeArguments);
    return this.thread.answer(question);
  }

  async stop(): Promise<void> {
    await this.thread?.stop();
  }
}
