import { afterAll, beforeAll, beforeEach, describe } from '@jest/globals';
import type { CandidateSearch } from './candidate-search.ts';
import { AdapterAtWork } from './contract/adapter-at-work.contract.ts';
import { describeHits } from './contract/hits.contract.ts';
import { describeIndexing } from './contract/indexing.contract.ts';
import { describeProposals } from './contract/proposals.contract.ts';
import { describeQuestions } from './contract/questions.contract.ts';

/** An adapter with an index of its own, and a function that removes both. */
export interface AdapterUnderTest {
  search: CandidateSearch;
  stop: () => Promise<void>;
}

/**
 * Describes what every CandidateSearch does. The two adapters differ as follows:
 * - Typing errors: PostgreSQL compares groups of three letters, Meilisearch counts changed letters
 *   (one from 5 letters, two from 9). Both forgive one error in a longer word. Neither is sure to
 *   find a short word with two letters swapped.
 * - Endings: PostgreSQL knows the stems of 19 languages, Meilisearch none; it forgives most endings
 *   as typing errors. Only endings of one letter are promised.
 * - Total: exact in PostgreSQL, an estimate in Meilisearch if the query has words. It is exact for
 *   the few people here.
 * - Proposals: PostgreSQL compares everybody in the nearest occupations; Meilisearch the first
 *   1,000 of each step, because it cannot order by shared skills.
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
