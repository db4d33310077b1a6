import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';

/** A string array becomes text[]; any other object becomes json. */
export type CopyValue = string | number | boolean | null | Date | readonly string[] | object;

type Rows = Iterable<readonly CopyValue[]> | AsyncIterable<readonly CopyValue[]>;

const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

// eslint-disable-next-line no-control-regex -- U+0000 is what it looks for
const special = /[\\\n\r\t\u0000]/;

/** PostgreSQL cannot store U+0000 in text; it is no character of any name or title. */
function escapeText(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replaceAll('\u0000', '')
    .replace(/[\\\n\r\t]/g, (character) => escapes[character] ?? character);
}

const quoted = /["\\]/;

/** An array literal of PostgreSQL (documentation, 8.15.2), of none or any number of texts. */
export function textArray(values: readonly string[]): string {
  if (values.length === 0) return '{}';
  const inQuotes = values.map((value) =>
    quoted.test(value) ? value.replace(/["\\]/g, '\\$&') : value,
  );
  return `{"${inQuotes.join('","')}"}`;
}

function isTextArray(value: object): value is readonly string[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')
  );
}

function field(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escapeText(value);
  if (typeof value !== 'object') return String(value);
  if (value instanceof Date) return value.toISOString();
  return escapeText(isTextArray(value) ? textArray(value) : jsonText(value));
}

/** So much is handed to the connection at once. */
const PIECE = 262_144;

function isClient(value: unknown): value is pg.ClientBase {
  return typeof value === 'object' && value !== null && 'query' in value;
}

/**
 * JSON as PostgreSQL takes it: without U+0000, which jsonb cannot hold, and with U+FFFD for half of a
 * surrogate pair, which is no character.
 */
export function jsonText(value: object): string {
  const json = JSON.stringify(value);
  if (!json.includes('\\u')) return json;
  return json.replace(
    /(?<!\\)((?:\\\\)*)\\u(0000|d[89a-f][0-9a-f]{2})/g,
    (_all, before: string, unit: string) => before + (unit === '0000' ? '' : '\ufffd'),
  );
}

/** One row in the text format of COPY, with its line break. */
export function copyLine(row: readonly CopyValue[]): string {
  return `${row.map(field).join('\t')}\n`;
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
 * The rows of a query with one column of json, with COPY ... TO STDOUT: as many as there are, without
 * holding more than a few in memory. `query` takes no parameters.
 */
export async function* copyJson<T>(sql: EntityManager, query: string): AsyncGenerator<T> {
  const client = await clientOf(sql);
  const source = client.query(copyTo(`COPY (${query}) TO STDOUT`));
  let rest = '';
  for await (const chunk of source.setEncoding('utf8') as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line.replaceAll('\\\\', '\\')) as T;
  }
}

async function clientOf(sql: EntityManager): Promise<pg.ClientBase> {
  const client: unknown = await sql.queryRunner?.connect();
  if (!isClient(client)) throw new Error('COPY needs a transaction under way.');
  return client;
}
