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

/** A file that is read by the names of the release before may be so for so many milliseconds more: six hours. */
const GRACE = 21_600_000;

/** Who knows what names mean. */
type Names = Pick<NamesInThread, 'answer'>;

/**
 * What job titles and names of skills mean: by every language of the ESCO release that is loaded, in a thread that is
 * made anew when another is, beside our own titles. To be asked within a request or a job.
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
    const known = new Map(asked.map((words, at) => [keyOfWords(...words), titles[at] ?? unread]));
    return (title, language) => known.get(keyOfWords(title, language)) ?? unread;
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
    // Of several releases in a row only the last one before may be in hand.
    const last = this.threads.pop();
    for (const older of this.threads.splice(0)) void older.stop();
    if (last) this.threads.push(last);
    this.threads.push(next);
    setTimeout(() => void last?.stop(), GRACE).unref();
    if (this.isOver) void next.stop();
    return next;
  }
}
