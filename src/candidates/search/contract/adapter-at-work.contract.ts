import { newId } from '../../../platform/database/new-id.ts';
import { actAs, SYSTEM, type Tenant } from '../../../platform/database/tenant.ts';
import { aDocument, aProposalQuery, aQuery } from '../candidate-search.builders.ts';
import type { CandidateHits, CandidateQuery, CandidateSearch } from '../candidate-search.ts';
import type { CandidateDocument } from '../indexing/candidate-document.ts';

/**
 * An adapter as its contract uses it: by an agency that knows candidates, beside another agency.
 */
export class AdapterAtWork {
  readonly agency: Tenant = { role: 'agency', organisationId: newId(), country: 'MA' };
  readonly other: Tenant = { role: 'agency', organisationId: newId(), country: 'TN' };

  /** Takes a function that returns the adapter's search, because that is made later. */
  constructor(readonly search: () => CandidateSearch) {}

  readonly asSystem = <T>(work: () => Promise<T>): Promise<T> => actAs(SYSTEM, work);

  /** Rebuilds the index with these documents and no others. */
  readonly rebuilt = (documents: CandidateDocument[]): Promise<void> =>
    this.asSystem(() => this.search().rebuild(inBatches([documents])));

  /** Indexes candidates of the agency and returns their ids in the same order. */
  readonly known = async (...people: Partial<CandidateDocument>[]): Promise<string[]> => {
    const documents = people.map((person) =>
      aDocument({ organisationId: this.agency.organisationId ?? '', ...person }),
    );
    await this.asSystem(() => this.search().index(documents));
    return documents.map(({ id }) => id);
  };

  readonly found = (query: Partial<CandidateQuery>, tenant = this.agency): Promise<CandidateHits> =>
    actAs(tenant, () => this.search().search(aQuery(query)));

  readonly idsOf = async (
    query: Partial<CandidateQuery>,
    tenant = this.agency,
  ): Promise<string[]> => (await this.found(query, tenant)).hits.map(({ id }) => id);

  readonly proposed = (query: Parameters<typeof aProposalQuery>[0]): Promise<string[]> =>
    this.asSystem(() => this.search().propose(aProposalQuery(query)));
}

async function* inBatches(
  batches: readonly (readonly CandidateDocument[])[],
): AsyncGenerator<readonly CandidateDocument[]> {
  yield* batches;
}
