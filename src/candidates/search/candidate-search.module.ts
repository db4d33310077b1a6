import { Injectable, Logger, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../../platform/config/config.ts';
import { Database } from '../../platform/database/database.ts';
import { ReferenceModule } from '../../reference/reference.module.ts';
import { CandidateSearchController } from './candidate-search.controller.ts';
import { CandidateSearch } from './candidate-search.ts';
import { FallbackCandidateSearch } from './fallback-candidate-search.ts';
import { FindCandidates } from './find-candidates.service.ts';
import { CandidateIndex } from './indexing/candidate-index.ts';
import { CandidateIndexWorker } from './indexing/candidate-index.worker.ts';
import { SearchRebuild } from './indexing/search-rebuild.ts';
import { MeilisearchCandidateSearch } from './meilisearch/meilisearch-candidate-search.ts';
import { PostgresCandidateSearch } from './postgres/postgres-candidate-search.ts';

function chooseSearch(config: Config, database: Database): CandidateSearch {
  const { meiliUrl: url, meiliKey: key } = config;
  const own = new PostgresCandidateSearch(database);
  if (url === null) return own;
  const server = new MeilisearchCandidateSearch({ url, key, index: 'candidates' });
  return new FallbackCandidateSearch(server, own, database);
}

/** Logs once, at start, which search is in use. */
@Injectable()
class SearchAtStart implements OnApplicationBootstrap {
  constructor(private readonly search: CandidateSearch) {}

  onApplicationBootstrap(): void {
    const meilisearch = this.search.source === 'meilisearch';
    const line = meilisearch ? 'in Meilisearch at MEILI_URL' : 'in PostgreSQL';
    new Logger('Search').log(`Candidates are searched ${line}`);
  }
}

@Module({
  imports: [ReferenceModule],
  controllers: [CandidateSearchController],
  providers: [
    {
      provide: CandidateSearch,
      inject: [Config, Database],
      useFactory: chooseSearch,
    },
    CandidateIndex,
    CandidateIndexWorker,
    SearchRebuild,
    FindCandidates,
    SearchAtStart,
  ],
  exports: [CandidateSearch, CandidateIndex],
})
export class CandidateSearchModule {}
