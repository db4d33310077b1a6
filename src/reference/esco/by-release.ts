import type { EntityManager } from 'typeorm';
import type { Database } from '../../platform/database/database.ts';

/** What of ESCO is loaded. */
export interface Release {
  version: string;
  languages: string[];
  /** Changes with every change of the content. */
  revision: string;
}

/** What is loaded; null when ESCO was never imported. */
async function readRelease(sql: EntityManager): Promise<Release | null> {
  const [release] = await sql.query<Release[]>(
    'SELECT version, languages, revision FROM esco_release',
  );
  return release ?? null;
}

/** For this many milliseconds nobody asks the database again whether the release is still the same. */
const TRUSTED = 250;

interface Remembered<T> {
  release: Release | null;
  made: T;
}

/**
 * What is made of the ESCO tables and kept until another release is loaded. To be asked within a
 * request or a job.
 */
export class ByRelease<T> {
  private remembered: Remembered<T>;
  private checkedAt = Number.NEGATIVE_INFINITY;
  /** Callers that come while it is looked up wait for the one answer. */
  private checking: Promise<Remembered<T>> | null = null;

  /** `without` is what stands for it while ESCO is not loaded. */
  constructor(
    private readonly database: Database,
    private readonly without: T,
    private readonly make: (sql: EntityManager) => Promise<T>,
  ) {
    this.remembered = { release: null, made: without };
  }

  async release(): Promise<Release | null> {
    return (await this.current()).release;
  }

  async get(): Promise<T> {
    return (await this.current()).made;
  }

  private async current(): Promise<Remembered<T>> {
    if (performance.now() - this.checkedAt < TRUSTED) return this.remembered;
    this.checking ??= this.check().finally(() => (this.checking = null));
    return this.checking;
  }

  private async check(): Promise<Remembered<T>> {
    this.remembered = await this.refreshed(this.remembered);
    this.checkedAt = performance.now();
    return this.remembered;
  }

  /** `known` while it is the release in the database, else that one. */
  private async refreshed(known: Remembered<T>): Promise<Remembered<T>> {
    return this.database.transaction(async (sql) => {
      const release = await readRelease(sql);
      if (release === null) return { release, made: this.without };
      if (release.revision === known.release?.revision) return known;
      const read = { release, made: await this.make(sql) };
      // An import may have ended between the statements.
      const after = await readRelease(sql);
      return after?.revision === release.revision ? read : this.refreshed(known);
    });
  }
}
