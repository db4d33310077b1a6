import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';
import { gathered } from '../../memory/byte-pieces.ts';
import { copyLine, type CopyValue } from './copy-line.ts';

type Rows = Iterable<readonly CopyValue[]> | AsyncIterable<readonly CopyValue[]>;

/** The number of bytes handed to the connection at once. */
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
 * transaction of `sql`. PostgreSQL refuses COPY into a table under row-level security. Copy into a
 * temporary staging table instead, then merge with one INSERT ... SELECT, which the policies check.
 * @returns how many rows were written
 * @throws Error if `sql` has no transaction under way
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

/**
 * Writes rows that already are lines of COPY (`copyLine`) in the same way, however many they are.
 * @throws Error if `sql` has no transaction under way
 */
export async function copyText(
  sql: EntityManager,
  table: string,
  columns: readonly string[],
  text: Uint8Array,
): Promise<void> {
  if (text.length === 0) return;
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
 * Yields the rows of a query with COPY ... TO STDOUT, as bytes of its text format. Holds only a few
 * of them in memory, however many there are. `query` takes no parameters.
 * @throws Error if `sql` has no transaction under way
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
