import { describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/database/new-id.ts';
import { actAs, SYSTEM } from '../../platform/database/tenant.ts';
import { aDocument, aQuery } from './candidate-search.builders.ts';
import { describeCandidateSearch } from './candidate-search.contract.ts';
import { MeilisearchCandidateSearch } from './meilisearch/meilisearch-candidate-search.ts';
import { MeilisearchIndexes } from './meilisearch/meilisearch-indexes.ts';
import { MeilisearchFake } from './meilisearch/meilisearch.fake.ts';

describeCandidateSearch('Meilisearch (a fake of its routes)', async () => {
  const fake = await MeilisearchFake.start();
  const search = new MeilisearchCandidateSearch({ url: fake.url, key: null, index: 'candidates' });
  return { search, stop: () => fake.stop() };
});

const url = process.env['MEILI_URL'];
if (url) {
  describeCandidateSearch('the Meilisearch server at MEILI_URL', async () => {
    const index = `test-${newId()}`;
    const connection = { url, key: process.env['MEILI_KEY'] ?? null, index };
    const search = new MeilisearchCandidateSearch(connection);
    return {
      search,
      stop: async () => {
        await new MeilisearchIndexes(connection).forget();
      },
    };
  });
} else {
  it.skip('is not tested on a Meilisearch server: MEILI_URL names none', () => undefined);
}

describe('the Meilisearch adapter', () => {
  const document = aDocument({});

  const started = async () => {
    const fake = await MeilisearchFake.start();
    const connection = { url: fake.url, key: 'secret', index: 'candidates' };
    return { fake, search: new MeilisearchCandidateSearch(connection) };
  };

  it('writes nothing before an index exists, so that half an index never answers', async () => {
    const { fake, search } = await started();
    await search.index([document]);
    expect(await search.isReady()).toBe(false);
    await expect(actAs(SYSTEM, () => search.search(aQuery({})))).rejects.toThrow('not found');
    await fake.stop();
  });

  it('reports a wrong key', async () => {
    const { fake, search } = await started();
    fake.key = 'another';
    await expect(search.index([document])).rejects.toThrow('API key');
    await fake.stop();
  });

  it('throws if the server is unreachable, and never answers with nothing', async () => {
    const { fake, search } = await started();
    await fake.stop();
    await expect(actAs(SYSTEM, () => search.search(aQuery({})))).rejects.toThrow();
  });
});
