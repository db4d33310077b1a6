import { afterAll, beforeAll, beforeEach, describe } from '@jest/globals';
import type { CandidateSearch } from './candidate-search.ts';
import { AdapterAtWork } from './contract/adapter-at-work.contract.ts';
import { describeHits } from './contract/hits.contract.ts';
import { describeIndexing } from './contract/indexing.contract.ts';
import { describeProposals } from './contract/proposals.contract.ts';
import { describeQuestions } from './contract/questions.contract.ts';

/** An adapter over an index of its own, and how to put both away. */
export interface AdapterUnderTest {
  search: CandidateSearch;
  stop: () => Promise<void>;
}

/**
 * What every CandidateSearch does. Where the two differ, and why:
 * - Typing errors: PostgreSQL compares letters by threes, Meilisearch counts changed letters (one
 *   from 5 letters, two from 9). Both forgive one in a longer word; a short word with two letters
 *   swapped is found by neither for certain.
 * - Endings: PostgreSQL knows the stems of 19 languages, Meilisearch none; it forgives most endings
 *   as typing errors. Only endings of one letter are promised.
 * - Total: exact in PostgreSQL, with words an estimate in Meilisearch. Exact on the few people here.
 * - Proposals: PostgreSQL compares everybody of the nearest occupations; Meilisearch the first
 *   1,000 of each step, for it has no order by shared skills.
 */
export function describeCandidateSearch(
  name: string,
  makeAdapter: () => Promise<AdapterUnderTest>,
): void {
  describe(`candidate search on ${name}`, () => {
    let adapter: AdapterUnderTest;
    const atWork = new AdapterAtWork(() => adapter.search);

    beforeAll(async () => {
      adapter = await makeAdapter();
    });

    afterAll(() => adapter.stop());

    beforeEach(() => atWork.rebuilt([]));

    describeQuestions(atWork);
    describeHits(atWork);
    describeIndexing(atWork);
    describeProposals(atWork);
  });
}
