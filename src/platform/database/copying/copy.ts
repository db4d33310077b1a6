import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';
import { gathered } from '../../lists/gathered.ts';
import { copyLine, type CopyValue } from './copy-line.ts';

type Rows = Iterable<readonly CopyValue[]> | AsyncIterable<readonly CopyValue[]>;

/** So much is handed to the connection at once. */
const PIECE = 262_144;

function isClient(value: unknown): value is pg.ClientBase {
  return typeof value === 'object' && value !== null && 'query' in value;
}

async function* lines(rows: Rows, counted: { rows: number }): AsyncGenerator<string> {
  let buffer = '';
  for await (const row of rows) {
    buffer += copyLine(row);
    counted.rows += 1;
    if (buffer.length < 65_536) continue;
    yield buffer;
    buffer = '';
  }
  if (buffer) yield buffer;
}

/**
 * Writes rows with COPY ... FROM STDIN (PostgreSQL documentation, "COPY", text format) inside the
 * transaction of `sql`. PostgreSQL refuses COPY into a table under row-level security: copy into
 * a temporary staging table, then merge with one INSERT ... SELECT, which the policies check.
 * @returns how many rows were written
 */
export async function copyRows(
  sql: EntityManager,
  table: string,
  columns: readonly string[],
  rows: Rows,
): Promise<number> {
  const counted = { rows: 0 };
  await pour(sql, table, columns, Readable.from(lines(rows, counted)));
  return counted.rows;
}

/** The same for rows that are lines of COPY already (`copyLine`), however many. */
export async function copyText(
  sql: EntityManager,
  table: string,
  columns: readonly string[],
  text: Uint8Array,
): Promise<void> {
  const pieces = function* () {
    for (let at = 0; at < text.length; at += PIECE) yield text.subarray(at, at + PIECE);
  };
  await pour(sql, table, columns, Readable.from(pieces()));
}

async function pour(
  sql: EntityManager,
  table: string,
  columns: readonly string[],
  text: Readable,
): Promise<void> {
  const client = await clientOf(sql);
  const names = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  const target = client.query(copyFrom(`COPY ${pg.escapeIdentifier(table)} (${names}) FROM STDIN`));
  await pipeline(text, target);
}

/**
 * The rows of a query with COPY ... TO STDOUT, as bytes of its text format: as many as there are, without
 * holding more than a few in memory. `query` takes no parameters.
 */
export async function* copyOut(sql: EntityManager, query: string): AsyncGenerator<Uint8Array> {
  const client = await clientOf(sql);
  const rows = client.query(copyTo(`COPY (${query}) TO STDOUT`)) as AsyncIterable<Uint8Array>;
  yield* gathered(rows, PIECE);
}

async function clientOf(sql: EntityManager): Promise<pg.ClientBase> {
  const client: unknown = await sql.queryRunner?.connect();
  if (!isClient(client)) throw new Error('COPY needs a transaction under way.');
  return client;
}
