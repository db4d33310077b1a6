import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { TableError } from '../../platform/formats/csv/csv-table.ts';
import { normaliseLanguage } from '../languages/languages.ts';

export type ConceptKind = 'occupation' | 'skill' | 'skill-group' | 'isco-group';

type RelationSource =
  'occupation-skill' | 'skill-skill' | 'occupation-hierarchy' | 'skill-hierarchy';

interface EscoFile {
  path: string;
  /** The size in bytes. */
  size: number;
}

/** A file of concepts with their labels in one language. */
export interface ConceptFile extends EscoFile {
  kind: ConceptKind;
  /** ISO 639-1. */
  language: string;
}

/** A file of relations. Its columns depend on its layout. */
export interface RelationFile extends EscoFile {
  source: RelationSource;
  layout: 'occupation-skill' | 'skill-skill' | 'broader' | 'levels';
}

/** The files of the official download that a folder holds. */
export interface EscoFiles {
  concepts: ConceptFile[];
  relations: RelationFile[];
}

const conceptFiles: Readonly<Record<string, ConceptKind>> = {
  occupations: 'occupation',
  skills: 'skill',
  skillgroups: 'skill-group',
  iscogroups: 'isco-group',
};

/**
 * The files of relations by the start of their names: ESCO 1.1 names no language after it, 1.2
 * does.
 */
const relationFiles: Readonly<Record<string, Pick<RelationFile, 'source' | 'layout'>>> = {
  occupationskillrelations: { source: 'occupation-skill', layout: 'occupation-skill' },
  skillskillrelations: { source: 'skill-skill', layout: 'skill-skill' },
  broaderrelationsoccpillar: { source: 'occupation-hierarchy', layout: 'broader' },
  broaderrelationsskillpillar: { source: 'skill-hierarchy', layout: 'broader' },
  skillshierarchy: { source: 'skill-hierarchy', layout: 'levels' },
};

/**
 * Splits a name: `occupations_en-us.csv` is `occupations` in `en`. Null for a name of another form.
 */
function partsOf(name: string): { stem: string; language: string | null } | null {
  const [, stem, tag] =
    /^([a-z]+?)(?:_([a-z]{2}(?:-[a-z]{2})?))?\.csv$/.exec(name.toLowerCase()) ?? [];
  if (stem === undefined) return null;
  return { stem, language: tag === undefined ? null : normaliseLanguage(tag) };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch {
    throw new TableError({ file: folder }, 'the folder does not exist or cannot be read.');
  }
}

/**
 * Finds the files of the official ESCO CSV download (esco.ec.europa.eu, "Download", classification,
 * csv) in `folder`, in every language. Ignores other files.
 * @throws TableError if the folder cannot be read or holds no file of concepts
 */
export async function findEscoFiles(folder: string): Promise<EscoFiles> {
  const found: EscoFiles = { concepts: [], relations: [] };
  for (const name of await namesIn(folder)) {
    const parts = partsOf(name);
    if (parts === null) continue;
    const path = join(folder, name);
    const kind = conceptFiles[parts.stem];
    const relation = relationFiles[parts.stem];
    if (kind !== undefined && parts.language !== null) {
      const { size } = await stat(path);
      found.concepts.push({ path, size, kind, language: parts.language });
    } else if (relation !== undefined) {
      found.relations.push({ path, size: (await stat(path)).size, ...relation });
    }
  }
  if (found.concepts.length > 0) return found;
  throw new TableError(
    { file: folder },
    'the folder has no occupations_xx.csv or skills_xx.csv. Unpack the ESCO CSV download and name its folder.',
  );
}

/**
 * Releases by their number of occupations. Minor versions neither add nor remove concepts
 * (ESCOpedia, "ESCO v1.1.1").
 */
const releaseOfOccupations: Readonly<Record<number, string>> = {
  2942: '1.0',
  3007: '1.1',
  3008: '1.1',
  3039: '1.2',
};

/**
 * Returns the version of a download, which its tables do not name. The folder's name tells it
 * (officially `ESCO dataset - v1.1.1 - classification - en - csv`), or that of the folder above.
 * Otherwise it follows from the number of occupations, or is `unknown`.
 */
export function escoVersion(folder: string, occupations: number): string {
  const named = [basename(folder), basename(dirname(folder))]
    .map((name) => /esco.*?v?(\d+\.\d+(?:\.\d+)?)/i.exec(name)?.[1])
    .find((version) => version !== undefined);
  return named ?? releaseOfOccupations[occupations] ?? 'unknown';
}
