import type {
  EntityManager,
  ObjectLiteral,
  QueryDeepPartialEntity,
  SelectQueryBuilder,
} from 'typeorm';
import type { ProblemError } from '../../platform/http/problem.ts';
import type { Dated, RecordedVersion } from './recorded-version.ts';

/** Something with versions: as it is now, and as it was recorded. */
export interface DatedKind<Content extends Dated> {
  now: new () => Content;
  versions: new () => RecordedVersion<Content>;
}

/** Which ones; what is left out does not limit them. */
export interface Which {
  id?: string;
  /** ISO 3166-1 alpha-2. */
  partnerCountries?: readonly string[];
  /** The last id of the page before. */
  cursor?: string;
  limit?: number;
}

/**
 * Records what a row says from `at` on, when it was made or changed: within the transaction that does
 * it, so that no change is without its version.
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

/** As they are, or, with `asOf`, as they were known at that moment; in the order of their ids. */
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
 * Every version, the first one first.
 * @throws ProblemError `missing`, also of what the caller may not see
 */
export async function getHistory<Version extends RecordedVersion<Dated>>(
  sql: EntityManager,
  versions: new () => Version,
  id: string,
  missing: () => ProblemError,
): Promise<Version[]> {
  const found = await sql
    .createQueryBuilder(versions, 'row')
    .where('row.id = :id', { id })
    .orderBy('row.version')
    .getMany();
  if (found.length === 0) throw missing();
  return found;
}

/**
 * SQL for a FROM: the rows of a table as the versions have them that were the last ones under a
 * condition, such as `recorded_at <= $1`; null: as they are.
 */
export function rowsOf(
  table: 'pressed_sector' | 'outflow_cap' | 'migration_figure' | 'quota',
  known: string | null,
): string {
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
