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

/** Makes the whole search index anew, while it goes on answering. */
@Injectable()
export class SearchRebuild {
  constructor(
    private readonly database: Database,
    private readonly search: CandidateSearch,
    private readonly index: CandidateIndex,
  ) {}

  /** @returns how many people are in the new index; `onProgress` hears of each batch */
  async run(onProgress: (done: number) => void = () => undefined): Promise<number> {
    let done = 0;
    const batches = (): AsyncIterator<CandidateDocument[]> => {
      done = 0;
      return this.batches((count) => {
        done += count;
        onProgress(done);
      });
    };
    // Begun anew by everybody who reads it: with two indexes it is read twice.
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

  /** Nobody changes these people until they are released: that is what a rebuild asks for. */
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
