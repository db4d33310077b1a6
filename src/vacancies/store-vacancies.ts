import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';
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
    const before = known.get(keyOf(vacancy)) ?? (await add(sql, { ...vacancy, id, version: 1 }));
    const outcome = before === null ? 'created' : await change(sql, vacancy, before);
    const version = (before?.version ?? 0) + (outcome === 'unchanged' ? 0 : 1);
    known.set(keyOf(vacancy), { ...vacancy, id: before?.id ?? id, version });
    stored.push({ id: before?.id ?? id, status: vacancy.status, outcome });
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
    const known = await sql.findOne(Vacancy, { where, lock });
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

type Known = Pick<Vacancy, 'id' | 'contentHash' | 'version' | 'sourceAgency' | 'sourceId'>;

type Arriving = Omit<Vacancy, 'id' | 'version' | 'createdAt' | 'updatedAt'>;

/** Nobody else changes it from here on, so that each change gets a version of its own. */
const lock = { mode: 'for_no_key_update' } as const;

const keyOf = (vacancy: Tombstone): string =>
  JSON.stringify([vacancy.sourceAgency, vacancy.sourceId]);

async function findKnown(
  sql: EntityManager,
  organisationId: string,
  drafts: readonly DraftToStore[],
): Promise<Map<string, Known>> {
  const ids = drafts.flatMap(({ draft }) => draft.sourceId ?? []);
  const rows = await findLocked(sql, { organisationId, sourceId: In(ids) });
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** In the order in which imports lock them too. */
function findLocked(sql: EntityManager, where: FindOptionsWhere<Vacancy>): Promise<Known[]> {
  return sql.find(Vacancy, {
    select: { id: true, contentHash: true, version: true, sourceAgency: true, sourceId: true },
    ...{ where, lock, order: { sourceAgency: 'ASC', sourceId: 'ASC' } },
  });
}

/** @returns what another has brought at this instant under the same key; null where there is none */
async function add(
  sql: EntityManager,
  vacancy: Arriving & Pick<Vacancy, 'id' | 'version'>,
): Promise<Known | null> {
  const { organisationId, sourceAgency, sourceId } = vacancy;
  const insert = sql.createQueryBuilder().insert().into(Vacancy).values(vacancy);
  const added = await insert.orIgnore().returning('id').execute();
  if ((added.raw as unknown[]).length > 0) return null;
  const [other] = await findLocked(sql, { organisationId, sourceAgency, sourceId });
  if (!other) throw new Error(`The vacancy ${sourceId} was neither stored nor found.`);
  return other;
}

async function change(
  sql: EntityManager,
  vacancy: Arriving,
  { id, contentHash, version }: Known,
): Promise<StoreOutcome> {
  if (contentHash === vacancy.contentHash) return 'unchanged';
  await sql.save(sql.create(Vacancy, { ...vacancy, id, version: version + 1 }));
  return 'updated';
}
