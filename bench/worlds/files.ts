import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { seeded } from './seeded.ts';
import {
  candidateHeader,
  candidateRow,
  type EscoWords,
  openingText,
  vacancyRecord,
} from './worlds.ts';

const SEED = 20_261_124;

/**
 * Writes a spreadsheet of people as an agency would send it, with ISCO codes, or with titles and
 * skills from `words`. Returns its path.
 */
export function candidatesFile(
  folder: string,
  count: number,
  words: EscoWords | null = null,
): Promise<string> {
  const random = seeded(SEED);
  return file(join(folder, 'candidates.csv'), count, candidateHeader.join(';'), (number) =>
    candidateRow(random, number, words).join(';'),
  );
}

/** Writes a delivery of vacancies and returns its path. */
export function vacanciesFile(folder: string, count: number): Promise<string> {
  const random = seeded(SEED + 1);
  return file(join(folder, 'vacancies.ndjson'), count, null, (number) =>
    JSON.stringify(vacancyRecord(random, number)),
  );
}

/**
 * Writes similar vacancies as a national service sends them, in HR-XML, and returns the file's
 * path.
 */
export function openingsFile(folder: string, count: number): Promise<string> {
  const random = seeded(SEED + 2);
  const root = '<?xml version="1.0" encoding="UTF-8"?>\n<Openings>';
  return file(join(folder, 'openings.xml'), count, root, (number) => {
    const end = number === count ? '\n</Openings>' : '';
    return `${openingText(random, number)}${end}`;
  });
}

async function file(
  path: string,
  count: number,
  header: string | null,
  line: (number: number) => string,
): Promise<string> {
  const lines = function* () {
    if (header !== null) yield `${header}\n`;
    for (let number = 1; number <= count; number += 1) yield `${line(number)}\n`;
  };
  await pipeline(Readable.from(lines()), createWriteStream(path));
  return path;
}
