import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Config } from '../../platform/config/config.ts';
import { Database } from '../../platform/database/database.ts';
import { actAs, SYSTEM } from '../../platform/database/tenant.ts';
import { ByRelease } from '../esco/by-release.ts';
import type { AskedWords, NamesAnswer, NamesQuestion } from './name-readers.ts';
import { readNames } from './names.queries.ts';
import { NamesInThread } from './names-in-thread.ts';
import { OwnNames } from './own-names.ts';
import type { ReadTitle, TitleReading } from './title-reader.ts';

/** A file that is read by the names of the release before may be so for so many milliseconds more: six hours. */
const GRACE = 21_600_000;

/** Who knows what names mean. */
type Names = Pick<NamesInThread, 'answer'>;

const unread: TitleReading = { found: null, candidates: [] };

/**
 * What job titles and names of skills mean: by every language of the ESCO release that is loaded, in a thread that is
 * made anew when another is, beside our own titles. To be asked within a request or a job.
 */
@Injectable()
export class Titles implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly names: ByRelease<Names>;
  private readonly own: OwnNames;
  private threads: NamesInThread[] = [];
  private isOver = false;

  constructor(database: Database, { threadArguments }: Config) {
    this.own = new OwnNames(threadArguments);
    this.names = new ByRelease<Names>(database, this.own, async (sql) =>
      this.replace(new NamesInThread(await readNames(sql), threadArguments)),
    );
  }

  /** Names of one release, for whoever reads a file by the same from its beginning to its end. */
  current(): Promise<Names> {
    return this.names.get();
  }

  async answer(question: NamesQuestion): Promise<NamesAnswer> {
    const names = await this.current();
    return names.answer(question);
  }

  async read(title: string, language: string | null): Promise<TitleReading> {
    const { titles } = await this.answer({ titles: [[title, language]] });
    return titles[0] ?? unread;
  }

  /** A reader of these titles and of no others. */
  async readerOf(asked: readonly AskedWords[]): Promise<ReadTitle> {
    if (asked.length === 0) return () => unread;
    const { titles } = await this.answer({ titles: asked });
    const known = new Map(asked.map((words, at) => [keyOf(...words), titles[at] ?? unread]));
    return (title, language) => known.get(keyOf(title, language)) ?? unread;
  }

  /** The indexes are made before anybody asks. */
  onApplicationBootstrap(): void {
    actAs(SYSTEM, () => this.names.get()).catch((error: unknown) => {
      new Logger('Titles').debug(`Names are read when they are asked for: ${String(error)}`);
    });
  }

  /** Late: jobs that are finished before the end ask still. */
  async onApplicationShutdown(): Promise<void> {
    this.isOver = true;
    await Promise.all([this.own, ...this.threads].map((names) => names.stop()));
  }

  private replace(next: NamesInThread): NamesInThread {
    const before = this.isOver ? [next] : this.threads;
    // Of several releases in a row only the last one before may be in hand.
    for (const thread of this.threads.slice(0, -1)) void thread.stop();
    this.threads = [...this.threads.slice(-1), next];
    const stop = (): void => {
      this.threads = this.threads.filter((thread) => !before.includes(thread));
      for (const thread of before) void thread.stop();
    };
    setTimeout(stop, this.isOver ? 0 : GRACE).unref();
    return next;
  }
}

const keyOf = (title: string, language: string | null): string => `${language ?? ''} ${title}`;
