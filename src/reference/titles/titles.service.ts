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
import {
  type AskedWords,
  keyOfWords,
  type NamesAnswer,
  type NamesQuestion,
  unread,
} from './names/name-readers.ts';
import { readNames } from './names/names.queries.ts';
import { NamesInThread } from './names/names-in-thread.ts';
import { OwnNames } from './names/own-names.ts';
import type { ReadTitle, TitleReading } from './title-reader.ts';

/**
 * How long, in milliseconds, the names of the previous release are kept for files that are still
 * read by them: six hours.
 */
const GRACE = 21_600_000;

/** A source of what names mean. */
type Names = Pick<NamesInThread, 'answer'>;

/**
 * The meanings of job titles and of names of skills, by all languages of the loaded ESCO release
 * and by our own titles. They are read in a thread, which is replaced when another release is
 * loaded. Call it within a request or a job.
 */
@Injectable()
export class Titles implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly names: ByRelease<Names>;
  private readonly own: OwnNames;
  private readonly threads: NamesInThread[] = [];
  private isOver = false;

  constructor(database: Database, { threadArguments }: Config) {
    this.own = new OwnNames(threadArguments);
    this.names = new ByRelease<Names>(database, this.own, async (sql) =>
      this.replace(new NamesInThread(await readNames(sql), threadArguments)),
    );
  }

  /** Returns the names of one release, for a caller that reads a whole file by the same names. */
  current(): Promise<Names> {
    return this.names.get();
  }

  /** Answers by the names of the release that is loaded now. */
  async answer(question: NamesQuestion): Promise<NamesAnswer> {
    const names = await this.current();
    return names.answer(question);
  }

  /** Reads one title; `language` is ISO 639-1, or null if it is not known. */
  async read(title: string, language: string | null): Promise<TitleReading> {
    const { titles } = await this.answer({ titles: [[title, language]] });
    return titles[0] ?? unread;
  }

  /** Returns a reader of the titles `asked`. Any other title is `unread` to it. */
  async readerOf(asked: readonly AskedWords[]): Promise<ReadTitle> {
    if (asked.length === 0) return () => unread;
    const { titles } = await this.answer({ titles: asked });
    const known = new Map(asked.map((words, at) => [keyOfWords(...words), titles[at] ?? unread]));
    return (title, language) => known.get(keyOfWords(title, language)) ?? unread;
  }

  /** Makes the indexes before the first question. */
  onApplicationBootstrap(): void {
    actAs(SYSTEM, () => this.names.get()).catch((error: unknown) => {
      new Logger('Titles').debug(`Names are read when they are asked for: ${String(error)}`);
    });
  }

  /** Stops the threads this late because jobs that finish before the end still ask. */
  async onApplicationShutdown(): Promise<void> {
    this.isOver = true;
    await Promise.all([this.own, ...this.threads].map((names) => names.stop()));
  }

  private replace(next: NamesInThread): NamesInThread {
    // If several releases follow one another, only the last one before may still be in use.
    const last = this.threads.pop();
    for (const older of this.threads.splice(0)) void older.stop();
    if (last) this.threads.push(last);
    this.threads.push(next);
    setTimeout(() => void last?.stop(), GRACE).unref();
    if (this.isOver) void next.stop();
    return next;
  }
}
