import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { Database } from '../../../platform/database/database.ts';
import { SYSTEM } from '../../../platform/database/tenant.ts';
import { Candidate } from '../../candidate.entity.ts';
import { Consent } from '../../consent.entity.ts';
import { CandidateSearch } from '../candidate-search.ts';
import type { CandidateDocument } from './candidate-document.ts';
import { CandidateIndex } from './candidate-index.ts';

const BATCH = 1_000;

/** Rebuilds the whole search index while the old one goes on answering. */
@Injectable()
export class SearchRebuild {
  constructor(
    private readonly database: Database,
    private readonly search: CandidateSearch,
    private readonly index: CandidateIndex,
  ) {}

  /**
   * Rebuilds the index and calls `onProgress` after each batch with the number of candidates done.
   * @returns the number of candidates in the new index
   */
  async run(onProgress: (done: number) => void = () => undefined): Promise<number> {
    let done = 0;
    const batches = (): AsyncIterator<CandidateDocument[]> => {
      done = 0;
      return this.batches((count) => {
        done += count;
        onProgress(done);
      });
    };
    // Each reader starts from the beginning: with two indexes the documents are read twice.
    await this.search.rebuild({ [Symbol.asyncIterator]: batches });
    return done;
  }

  private async *batches(onBatch: (count: number) => void): AsyncGenerator<CandidateDocument[]> {
    let after: string | null = null;
    for (;;) {
      const batch: LockedBatch = await this.lock(after);
      try {
        const last: string | undefined = batch.documents.at(-1)?.id;
        if (last === undefined) return;
        yield batch.documents;
        after = last;
        onBatch(batch.documents.length);
      } finally {
        await batch.release();
      }
    }
  }

  /** Reads a batch and locks its candidates until it is released, as a rebuild requires. */
  private lock(after: string | null): Promise<LockedBatch> {
    return new Promise((resolve, reject) => {
      const transaction = this.database.as(SYSTEM, async (sql) => {
        const people = await sql.find(Candidate, {
          where: after === null ? {} : { id: MoreThan(after) },
          order: { id: 'ASC' },
          take: BATCH,
          lock: { mode: 'pessimistic_write' },
        });
        const candidateId = In(people.map(({ id }) => id));
        await sql.find(Consent, { where: { candidateId }, lock: { mode: 'pessimistic_write' } });
        const documents = await this.index.documentsOf(sql, people);
        await new Promise<void>((done) => {
          const release = async (): Promise<void> => {
            done();
            await transaction;
          };
          resolve({ documents, release });
        });
      });
      transaction.catch(reject);
    });
  }
}

interface LockedBatch {
  documents: CandidateDocument[];
  release: () => Promise<void>;
}
