import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { normaliseLanguage } from '../../src/reference/languages/languages.ts';
import type { Label } from '../../src/reference/titles/likeness/label-index.ts';

/** Titles with the labels they mean, in the format of the MELO benchmark (Retyk et al. 2024). */
export interface MeloSet {
  name: string;
  /** The ISO 639-1 code that ends the folder's name, or null if there is none. */
  language: string | null;
  labels: readonly Label[];
  /** The ids of the labels, which break ties. */
  ids: readonly string[];
  queries: readonly MeloQuery[];
}

export interface MeloQuery {
  title: string;
  /** The numbers of the right labels. */
  relevant: ReadonlySet<number>;
  /** Whether the query is in the half on which weights and confidence were tuned. */
  tuned: boolean;
}

const rowsOf = (path: string): string[][] =>
  readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));

/**
 * Returns the folder itself if it is a set of the benchmark, otherwise every folder in it that is
 * one.
 * @throws Error if there is none
 */
export function meloFolders(folder: string): string[] {
  const isSet = (path: string): boolean => existsSync(join(path, 'corpus_elements.tsv'));
  if (isSet(folder)) return [folder];
  const found = readdirSync(folder).map((name) => join(folder, name));
  if (!found.some(isSet)) throw new Error(`No corpus_elements.tsv in ${folder} or right below it.`);
  return found.filter(isSet).toSorted();
}

/** Reads one set. The first label of a concept in the corpus is its preferred one. */
export function readMelo(folder: string): MeloSet {
  const name = basename(folder);
  const elements = rowsOf(join(folder, 'corpus_elements.tsv'));
  const concepts = new Map(
    rowsOf(join(folder, 'concept_mapping.tsv')).map(([id = '', uri = '']) => [id, uri]),
  );
  const numbers = new Map<string, number>();
  const labels = elements.map(([id = '', text = '']) => {
    const uri = concepts.get(id) ?? id;
    const preferred = !numbers.has(uri);
    if (preferred) numbers.set(uri, numbers.size);
    return { text, concept: numbers.get(uri) ?? 0, preferred, group: uri.includes('/isco/') };
  });
  const ids = elements.map(([id = '']) => id);
  const language = normaliseLanguage(/_c_([a-z]{2})$/.exec(name)?.[1] ?? '');
  return { name, language, labels, ids, queries: readQueries(folder, ids) };
}

function readQueries(folder: string, ids: readonly string[]): MeloQuery[] {
  const positions = new Map(ids.map((id, at) => [id, at]));
  const relevant = new Map<string, Set<number>>();
  for (const [query = '', , element = ''] of rowsOf(join(folder, 'annotations.tsv'))) {
    const of = relevant.get(query) ?? new Set();
    of.add(positions.get(element) ?? -1);
    relevant.set(query, of);
  }
  return rowsOf(join(folder, 'queries.tsv')).flatMap(([id = '', title = '']) => {
    const of = relevant.get(id);
    return of ? [{ title, relevant: of, tuned: isInFirstHalf(id) }] : [];
  });
}

/** Selects about half of the queries, by a hash (FNV-1a, mixed) of their ids. */
function isInFirstHalf(id: string): boolean {
  let hash = 2_166_136_261;
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return (hash & 1) === 0;
}

/**
 * Returns the MRR that was published with the benchmark for each method; empty without the file.
 */
export function publishedMrr(folder: string): Map<string, number> {
  const paths = [folder, dirname(folder)].map((one) => join(one, 'published_results.tsv'));
  const path = paths.find((one) => existsSync(one));
  const [header = [], ...rows] = path === undefined ? [] : rowsOf(path);
  const [model, dataset, mrr] = ['model', 'dataset', 'recip_rank'].map((name) =>
    header.indexOf(name),
  );
  return new Map(
    rows
      .filter((row) => row[dataset ?? -1] === basename(folder))
      .map((row) => [row[model ?? -1] ?? '', Number(row[mrr ?? -1])]),
  );
}
