import type {
  EntityManager,
  EntityTarget,
  FindOptionsWhere,
  ObjectLiteral,
  QueryDeepPartialEntity,
} from 'typeorm';
import { versionMismatch } from '../http/http.errors.ts';

/**
 * Returns the row that `where` describes.
 * @throws what `missing` returns, if there is none or the caller may not see it
 */
export async function getOne<Row extends ObjectLiteral>(
  sql: EntityManager,
  entity: EntityTarget<Row>,
  where: FindOptionsWhere<Row>,
  missing: () => Error,
): Promise<Row> {
  const found = await sql.findOneBy(entity, where);
  if (!found) throw missing();
  return found;
}

/**
 * Changes a row and counts its version up, if it still has the version that the caller has read.
 * @throws ProblemError 412 if it has another version
 */
export async function changeVersion<Row extends { id: string; version: number }>(
  sql: EntityManager,
  entity: EntityTarget<Row>,
  { id, version }: Pick<Row, 'id' | 'version'>,
  changes: QueryDeepPartialEntity<Row>,
): Promise<void> {
  const known = { id, version } as FindOptionsWhere<Row>;
  const { affected } = await sql.update(entity, known, { ...changes, version: version + 1 });
  if (!affected) throw versionMismatch();
}

/** Runs an UPDATE or DELETE and returns the rows of its RETURNING clause. */
export async function changedRows<Row>(
  sql: EntityManager,
  statement: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  const [rows] = await sql.query<[Row[], number]>(statement, parameters);
  return rows;
}

/** Runs an UPDATE or DELETE and returns how many rows it changed. */
export async function changedCount(
  sql: EntityManager,
  statement: string,
  parameters: unknown[] = [],
): Promise<number> {
  const [, count] = await sql.query<[unknown[], number]>(statement, parameters);
  return count;
}
