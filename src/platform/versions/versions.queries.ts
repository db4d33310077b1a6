import type {
  EntityManager,
  ObjectLiteral,
  QueryDeepPartialEntity,
  SelectQueryBuilder,
} from 'typeorm';
import type { List } from '../http/paging.ts';
import type { ProblemError } from '../http/problem.ts';
import type { Dated, RecordedVersion } from './recorded-version.ts';

/** An entity with versions: the class of its current rows and that of its recorded versions. */
export interface DatedKind<Content extends Dated> {
  now: new () => Content;
  versions: new () => RecordedVersion<Content>;
}

/** The rows to find. An absent member does not limit them. */
export interface Which {
  id?: string;
  /** ISO 3166-1 alpha-2. */
  partnerCountries?: readonly string[];
  /** The last id of the previous page. */
  cursor?: string;
  limit?: number;
}

/**
 * Records the content of a row that was created or changed, valid from `at`. It must run in the
 * transaction of the change, so that no change lacks its version.
 */
export async function recordVersion<Content extends Dated>(
  sql: EntityManager,
  versions: new () => RecordedVersion<Content>,
  row: Content & { createdAt?: Date },
  at: Date,
): Promise<void> {
  const { createdAt: _, ...content } = row;
  const { id, version, partnerCountry } = row;
  const recorded = { id, version, partnerCountry, content, recordedAt: at };
  await sql.insert(
    versions,
    recorded as unknown as QueryDeepPartialEntity<RecordedVersion<Content>>,
  );
}

/**
 * Finds rows as they are now or, if `asOf` is given, as they were known at that moment, in the
 * order of ids.
 */
export async function findDated<Content extends Dated>(
  sql: EntityManager,
  { now, versions }: DatedKind<Content>,
  asOf: Date | null,
  which: Which = {},
): Promise<Content[]> {
  if (asOf === null) return narrow(sql.createQueryBuilder(now, 'row'), which).getMany();
  const known = narrow(sql.createQueryBuilder(versions, 'row'), which)
    .andWhere('row.recordedAt <= :asOf', { asOf })
    .distinctOn(['row.id'])
    .addOrderBy('row.version', 'DESC');
  return (await known.getMany()).map(({ content }) => content);
}

/**
 * Returns every version of a row, oldest first.
 * @throws ProblemError `missing`, also if the caller may not see the row
 */
export async function getHistory<Version extends RecordedVersion<Dated>>(
  sql: EntityManager,
  versions: new () => Version,
  id: string,
  missing: () => ProblemError,
): Promise<List<Version>> {
  const items = await sql
    .createQueryBuilder(versions, 'row')
    .where('row.id = :id', { id })
    .orderBy('row.version')
    .getMany();
  if (items.length === 0) throw missing();
  return { items };
}

/**
 * Returns SQL for a FROM clause. `table` has its versions in `<table>_version`. With a condition such as `recorded_at <= $1`, it selects each row
 * in the last version that meets it; with null, it names the table as it is now.
 */
export function rowsOf(table: string, known: string | null): string {
  if (known === null) return table;
  return `(SELECT as_row.* FROM (
      SELECT DISTINCT ON (id) content FROM ${table}_version
       WHERE ${known} ORDER BY id, version DESC) AS latest,
    LATERAL jsonb_populate_record(NULL::${table}, snake_keys(latest.content)) AS as_row)`;
}

function narrow<T extends ObjectLiteral>(
  found: SelectQueryBuilder<T>,
  { id, partnerCountries, cursor, limit }: Which,
): SelectQueryBuilder<T> {
  found.orderBy('row.id');
  if (id !== undefined) found.andWhere('row.id = :id', { id });
  if (cursor !== undefined) found.andWhere('row.id > :cursor', { cursor });
  if (partnerCountries !== undefined)
    found.andWhere('row.partnerCountry = ANY (:countries)', { countries: partnerCountries });
  return limit === undefined ? found : found.limit(limit);
}
