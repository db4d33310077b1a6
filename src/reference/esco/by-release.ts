import type { EntityManager } from 'typeorm';
import type { Database } from '../../platform/database/database.ts';

/** The ESCO release that is loaded. */
export interface Release {
  version: string;
  languages: string[];
  /** A value that changes whenever the content does. */
  revision: string;
}

/** Returns the release that is loaded; null if ESCO was never imported. */
async function readRelease(sql: EntityManager): Promise<Release | null> {
  const [release] = await sql.query<Release[]>(
    'SELECT version, languages, revision FROM esco_release',
  );
  return release ?? null;
}

/**
 * How long, in milliseconds, the release is trusted to be unchanged before the database is asked
 * again.
 */
const TRUSTED = 250;

interface Remembered<T> {
  release: Release | null;
  made: T;
}

/**
 * A value made from the ESCO tables, and kept until another release is loaded. Call it within a
 * request or a job.
 */
export class ByRelease<T> {
  private remembered: Remembered<T>;
  private checkedAt = Number.NEGATIVE_INFINITY;
  /** The check under way; callers that come meanwhile wait for it. */
  private checking: Promise<Remembered<T>> | null = null;

  /** `without` is the value to use while ESCO is not loaded. */
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

  /** Returns `known` if it is the release in the database, else the value of that release. */
  private async refreshed(known: Remembered<T>): Promise<Remembered<T>> {
    return this.database.transaction(async (sql) => {
      const release = await readRelease(sql);
      if (release === null) return { release, made: this.without };
      if (release.revision === known.release?.revision) return known;
      const read = { release, made: await this.make(sql) };
      // An import may have committed between the statements.
      const after = await readRelease(sql);
      return after?.revision === release.revision ? read : this.refreshed(known);
    });
  }
}
