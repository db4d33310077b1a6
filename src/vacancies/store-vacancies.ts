import { type EntityManager, In } from 'typeorm';
import type { Finding } from '../platform/formats/finding.ts';
import { newId } from '../platform/database/new-id.ts';
import { hashDraft, stateOf, type VacancyDraft } from './formats/vacancy-draft.ts';
import { Vacancy } from './vacancy.entity.ts';

export type StoreOutcome = 'created' | 'updated' | 'unchanged';

export interface DraftToStore {
  draft: VacancyDraft;
  warnings: Finding[];
}

export interface StoredVacancy {
  /** null for a tombstone of a vacancy that never came. */
  id: string | null;
  status: Vacancy['status'];
  outcome: StoreOutcome;
}

/**
 * Creates or updates vacancies of one organisation in the order given. A vacancy is known by the
 * agency that issued its id and that id; sent again unchanged, it is left as it is.
 */
export async function storeVacancies(
  sql: EntityManager,
  organisationId: string,
  drafts: readonly DraftToStore[],
): Promise<StoredVacancy[]> {
  const known = await findKnown(sql, organisationId, drafts);
  const stored: StoredVacancy[] = [];
  for (const { draft, warnings } of drafts) {
    const id = newId();
    const vacancy = {
      ...draft,
      organisationId,
      state: stateOf(draft),
      sourceAgency: draft.sourceAgency ?? 'own',
      sourceId: draft.sourceId ?? id,
      contentHash: hashDraft(draft),
      warnings,
      importId: null,
    };
    const before = known.get(keyOf(vacancy));
    const outcome = await put(sql, { ...vacancy, id: before?.id ?? id }, before);
    const { status, contentHash } = vacancy;
    const version = (before?.version ?? 0) + (outcome === 'unchanged' ? 0 : 1);
    known.set(keyOf(vacancy), { id: before?.id ?? id, contentHash, version });
    stored.push({ id: before?.id ?? id, status, outcome });
  }
  return stored;
}

/**
 * Withdraws vacancies of one organisation of which the source sends a tombstone, in the order given.
 * One that is unknown or ended before is left as it is.
 */
export async function withdrawVacancies(
  sql: EntityManager,
  organisationId: string,
  ended: readonly Tombstone[],
): Promise<StoredVacancy[]> {
  const stored: StoredVacancy[] = [];
  for (const { sourceAgency, sourceId } of ended) {
    const where = { organisationId, sourceAgency, sourceId };
    const known = await sql.findOneBy(Vacancy, where);
    const status = 'withdrawn';
    if (known?.status === 'open') {
      const version = known.version + 1;
      const ended = { status, contentHash: '', version, importId: null } as const;
      await sql.update(Vacancy, { id: known.id }, ended);
      stored.push({ id: known.id, status, outcome: 'updated' });
    } else stored.push({ id: known?.id ?? null, status, outcome: 'unchanged' });
  }
  return stored;
}

type Tombstone = Pick<Vacancy, 'sourceAgency' | 'sourceId'>;

type Known = Pick<Vacancy, 'id' | 'contentHash' | 'version'>;

const keyOf = (vacancy: Pick<Vacancy, 'sourceAgency' | 'sourceId'>): string =>
  JSON.stringify([vacancy.sourceAgency, vacancy.sourceId]);

async function findKnown(
  sql: EntityManager,
  organisationId: string,
  drafts: readonly DraftToStore[],
): Promise<Map<string, Known>> {
  const ids = drafts.flatMap(({ draft }) => draft.sourceId ?? []);
  const rows = await sql.find(Vacancy, {
    select: { id: true, contentHash: true, version: true, sourceAgency: true, sourceId: true },
    where: { organisationId, sourceId: In(ids) },
  });
  return new Map(rows.map((row) => [keyOf(row), row]));
}

async function put(
  sql: EntityManager,
  vacancy: Omit<Vacancy, 'version' | 'createdAt' | 'updatedAt'>,
  before: Known | undefined,
): Promise<StoreOutcome> {
  if (before?.contentHash === vacancy.contentHash) return 'unchanged';
  if (before) {
    await sql.save(sql.create(Vacancy, { ...vacancy, version: before.version + 1 }));
    return 'updated';
  }
  await sql.insert(Vacancy, { ...vacancy, version: 1 });
  return 'created';
}
