import { createReadStream } from 'node:fs';
import { builtInReader } from '../../reference/titles/built-in-titles.ts';
import { occupationsByTitle } from './occupations-by-title.ts';
import type { SheetOptions } from './headers/header-mapping.ts';
import { type CandidateRecord, readCandidates } from './read-candidates.ts';

/** The readers of an instance without ESCO. */
const by = { readTitle: builtInReader.read, readSkill: () => null };

/** Reads all candidates in `input`, with titles in words read as without ESCO. */
export async function collect(
  input: AsyncIterable<Uint8Array>,
  options?: SheetOptions,
): Promise<CandidateRecord[]> {
  const records: CandidateRecord[] = [];
  for await (const list of readCandidates(input, options))
    records.push(...list.map((record) => occupationsByTitle(record, by)));
  return records;
}

/** Yields a text in small pieces, as over a bad line. */
export async function* inPieces(content: string, size = 11): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export const read = (content: string): Promise<CandidateRecord[]> => collect(inPieces(content));

export const readFile = (path: string): Promise<CandidateRecord[]> =>
  collect(createReadStream(path) as AsyncIterable<Uint8Array>);

/** Returns everything that the reader reported, as `row path code`. */
export function said(records: readonly CandidateRecord[], severity?: string): string[] {
  return records
    .flatMap(({ findings }) => findings)
    .filter((found) => severity === undefined || found.severity === severity)
    .map(({ row, path, code }) => `${row ?? ''} ${path} ${code}`);
}
