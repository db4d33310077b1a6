import { workerData } from 'node:worker_threads';
import { copiedJson } from '../../../platform/database/copying/copied-json.ts';
import { lowerOwnPriority } from '../../../platform/threads/lower-priority.ts';
import { builtInTitles } from '../built-in-titles.ts';
import { type NamesAnswer, type NamesQuestion, NameReaders } from './name-readers.ts';
import type { NamesOfRelease } from './names.queries.ts';
import { type NamedSkill, SkillReader } from '../skill-reader.ts';
import { type NamedOccupation, TitleReader } from '../title-reader.ts';

/** The number of bytes of names that are parsed together. */
const PIECE = 1_048_576;

lowerOwnPriority();

const { occupations, skills } = workerData as NamesOfRelease;
const readers = new NameReaders(
  await TitleReader.of(builtInTitles, await rowsIn<NamedOccupation>(occupations)).prepare(),
  await new SkillReader(await rowsIn<NamedSkill>(skills)).prepare(),
);

/** Answers by all names of the release, and our own. */
export function answerInThread(question: NamesQuestion): Promise<NamesAnswer> {
  return readers.answer(question);
}

async function rowsIn<T>(bytes: Uint8Array): Promise<T[]> {
  const rows: T[] = [];
  for await (const row of copiedJson<T>(piecesOf(bytes))) rows.push(row);
  return rows;
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}
