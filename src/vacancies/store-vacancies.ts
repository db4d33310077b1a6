import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';
import type { Finding } from '../platform/formats/finding.ts';
import { newId } from '../platform/database/new-id.ts';
import { hashDraft, OWN_AGENCY, stateOf, type VacancyDraft } from './formats/vacancy-draft.ts';
import { Vacancy } from './vacancy.entity.ts';

export type StoreOutcome = 'created' | 'updated' | 'unchanged';

interface DraftToStore {
  draft: VacancyDraft;
  warnings: Finding[];
}

export interface StoredVacancy {
  /** Null for the tombstone of a vacancy that was never stored. */
  id: string | null;
  status: Vacancy['status'];
  outcome: StoreOutcome;
}

/** What arrives together, in the order given. */
export interface ArrivingTogether {
  drafts: readonly DraftToStore[];
  /** Tombstones, which are processed after the drafts. */
  ended?: readonly VacancyKey[];
}

/**
 * Creates, updates and withdraws vacancies of one organisation. A vacancy is identified by the
 * agency that issued its id, and by that id. A vacancy sent again unchanged is left as it is, and
 * so is a tombstone's vacancy that is unknown or has ended. If two drafts share a key, the later
 * one wins.
 * @returns what became of each draft and of each tombstone, in their order
 */
export async function storeVacancies(
  sql: EntityManager,
  organisationId: string,
  { drafts, ended = [] }: ArrivingTogether,
): Promise<{ stored: StoredVacancy[]; withdrawn: StoredVacancy[] }> {
  const arriving = drafts.map((one) => arrivingOf(organisationId, one));
  const known = await findKnown(sql, organisationId, [...arriving, ...ended]);
  const stored = new Map<Arriving, StoredVacancy>();
  for (const vacancy of await inOneOrder(sql, arriving))
    stored.set(vacancy, await store(sql, known, vacancy));
  const withdrawn: StoredVacancy[] = [];
  for (const key of ended) withdrawn.push(await withdraw(sql, known.get(keyOf(key))));
  return { stored: arriving.flatMap((one) => stored.get(one) ?? []), withdrawn };
}

type VacancyKey = Pick<Vacancy, 'sourceAgency' | 'sourceId'>;

type Known = VacancyKey & Pick<Vacancy, 'id' | 'contentHash' | 'version' | 'status'>;

type Arriving = Omit<Vacancy, 'version' | 'createdAt' | 'updatedAt'>;

function arrivingOf(organisationId: string, { draft, warnings }: DraftToStore): Arriving {
  const id = newId();
  return {
    ...draft,
    id,
    organisationId,
    warnings,
    importId: null,
    state: stateOf(draft),
    sourceAgency: draft.sourceAgency ?? OWN_AGENCY,
    sourceId: draft.sourceId ?? id,
    contentHash: hashDraft(draft),
  };
}

async function store(
  sql: EntityManager,
  known: Map<string, Known>,
  vacancy: Arriving,
): Promise<StoredVacancy> {
  const before = known.get(keyOf(vacancy)) ?? (await add(sql, vacancy));
  const outcome = before === null ? 'created' : await change(sql, vacancy, before);
  const { id, version } = before ?? { id: vacancy.id, version: 0 };
  const changed = { ...vacancy, id, version: version + 1 };
  known.set(keyOf(vacancy), outcome === 'unchanged' && before ? before : changed);
  return { id, status: vacancy.status, outcome };
}

async function withdraw(sql: EntityManager, known: Known | undefined): Promise<StoredVacancy> {
  const status = 'withdrawn';
  if (known?.status !== 'open') return { id: known?.id ?? null, status, outcome: 'unchanged' };
  const ended = { status, contentHash: '', version: known.version + 1 } as const;
  await sql.update(Vacancy, { id: known.id }, { ...ended, importId: null });
  Object.assign(known, ended);
  return { id: known.id, status, outcome: 'updated' };
}

/** Locks the row against other changes, so that each change gets its own version. */
const lock = { mode: 'for_no_key_update' } as const;

const keyOf = (vacancy: VacancyKey): string =>
  JSON.stringify([vacancy.sourceAgency, vacancy.sourceId]);

async function findKnown(
  sql: EntityManager,
  organisationId: string,
  keys: readonly VacancyKey[],
): Promise<Map<string, Known>> {
  const ids = keys.map(({ sourceId }) => sourceId);
  const rows = await findLocked(sql, { organisationId, sourceId: In(ids) });
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** Finds in the order in which imports lock too. */
function findLocked(sql: EntityManager, where: FindOptionsWhere<Vacancy>): Promise<Known[]> {
  const key = { sourceAgency: true, sourceId: true } as const;
  const select = { ...key, id: true, contentHash: true, version: true, status: true } as const;
  const order = { sourceAgency: 'ASC', sourceId: 'ASC' } as const;
  return sql.find(Vacancy, { select, where, lock, order });
}

/**
 * Sorts in the same order, in which every transaction adds new vacancies, so that none wait for
 * each other. Vacancies with the same key keep their order.
 */
async function inOneOrder(sql: EntityManager, vacancies: readonly Arriving[]): Promise<Arriving[]> {
  if (vacancies.length < 2) return [...vacancies];
  const rows = await sql.query<{ at: number }[]>(
    `SELECT at::int - 1 AS at
       FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS vacancy (source_agency, source_id, at)
      ORDER BY source_agency, source_id, at`,
    [vacancies.map((one) => one.sourceAgency), vacancies.map((one) => one.sourceId)],
  );
  return rows.flatMap(({ at }) => vacancies.slice(at, at + 1));
}

/**
 * @returns the vacancy that another transaction has just stored under the same key; null if there
 * is none
 */
async function add(sql: EntityManager, vacancy: Arriving): Promise<Known | null> {
  const { organisationId, sourceAgency, sourceId } = vacancy;
  const insert = sql
    .createQueryBuilder()
    .insert()
    .into(Vacancy)
    .values({ ...vacancy, version: 1 });
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
