import { basename } from 'node:path';
import { readCsvTable, TableError } from '../../platform/formats/csv/csv-table.ts';
import { foldWords } from '../fold-words.ts';
import { isIscoCode } from '../isco/isco.ts';
import { normaliseNace } from '../nace/nace.ts';
import type { ConceptFile, ConceptKind, RelationFile } from './esco-files.ts';

type Row = Record<string, string>;
type OnBytes = (bytes: number) => void;

/** A concept with its labels in one language. */
export interface ConceptRow {
  uri: string;
  kind: ConceptKind;
  language: string;
  code: string | null;
  isco: string | null;
  skillType: string | null;
  reuseLevel: string | null;
  nace: string[];
  label: string;
  alternatives: string[];
  hidden: string[];
  description: string | null;
  /** The label, folded, and its male and female forms. */
  labelWords: string[];
  /** Every label of the concept, folded. */
  words: string[];
}

export interface RelationRow {
  kind: 'broader' | 'essential' | 'optional';
  from: string;
  to: string;
}

/** Reads the cells of one row, and names the place of a wrong one. */
class Cells {
  constructor(
    private readonly cells: Row,
    private readonly file: string,
    private readonly row: number,
  ) {}

  text(column: string): string | null {
    return this.cells[column]?.trim() || null;
  }

  uri(column: string): string {
    const value = this.cells[column]?.trim() ?? '';
    if (/^https?:\/\/\S+$/.test(value)) return value;
    throw this.wrong(
      column,
      value === '' ? 'the address is missing' : `"${value}" is not a web address`,
    );
  }

  /** Reads one of the words `known`; refuses any other. */
  word<T extends string>(column: string, known: readonly T[]): T {
    const value = this.cells[column]?.trim() ?? '';
    const found = known.find((one) => one === value);
    if (found !== undefined) return found;
    throw this.wrong(column, `"${value}" is not one of ${known.join(', ')}`);
  }

  /** Reads the labels of a cell, which are one per line or, in some files, separated by bars. */
  lines(column: string): string[] {
    const parts = (this.cells[column] ?? '').split(/[\n|]/).map((part) => part.trim());
    return [...new Set(parts.filter((part) => part !== ''))];
  }

  wrong(column: string, problem: string): TableError {
    return new TableError({ file: this.file, row: this.row, column }, `${problem.slice(0, 200)}.`);
  }
}

/** Marks of withdrawn concepts, which some downloads still contain. */
const withdrawn = new Set(['obsolete', 'deprecated', 'retired']);

const conceptColumns = ['conceptUri', 'preferredLabel'] as const;

/**
 * Returns the folded forms of a label: "directeur/directrice" as a whole and as either side. Splits
 * only if both sides have the same number of words.
 */
function formsOf(label: string): string[] {
  const sides = label.split('/').map(foldWords);
  const lengths = new Set(sides.map((side) => side.split(' ').length));
  const whole = foldWords(label);
  return lengths.size === 1 && !sides.includes('') ? [...new Set([whole, ...sides])] : [whole];
}

function readIscoGroup(cells: Cells): string {
  // In ESCO 1.0 `iscoGroup` is a bare code; elsewhere it may be written C2654.
  const code = cells.text('iscoGroup')?.replace(/^C/i, '') ?? '';
  if (isIscoCode(code)) return code;
  throw cells.wrong('iscoGroup', `"${code}" is no group of ISCO-08`);
}

function readConcept(cells: Cells, { kind, language }: ConceptFile): ConceptRow | null {
  if (withdrawn.has(cells.text('status') ?? '')) return null;
  const uri = cells.uri('conceptUri');
  const label = cells.text('preferredLabel');
  if (label === null) return null; // not translated into this language
  const alternatives = cells.lines('altLabels').filter((one) => one !== label);
  const hidden = cells.lines('hiddenLabels');
  const labelWords = formsOf(label);
  const nace = cells.lines('naceCode').map((one) => normaliseNace(basename(one, ',')));
  return {
    uri,
    kind,
    language,
    code: cells.text('code'),
    isco: kind === 'occupation' ? readIscoGroup(cells) : null,
    skillType: cells.text('skillType'),
    reuseLevel: cells.text('reuseLevel'),
    nace: nace.filter((code) => code !== null),
    label,
    alternatives,
    hidden,
    description: cells.text('description'),
    labelWords,
    words: [...new Set([...labelWords, ...[...alternatives, ...hidden].flatMap(formsOf)])],
  };
}

/**
 * Reads the concepts of one file with their labels. Leaves out concepts without a label in the
 * file's language. Calls `onBytes` with the size of each chunk read.
 * @throws TableError naming file, row and column of the first fault
 */
export async function* readConcepts(
  file: ConceptFile,
  onBytes: OnBytes,
): AsyncGenerator<ConceptRow> {
  const required = file.kind === 'occupation' ? [...conceptColumns, 'iscoGroup'] : conceptColumns;
  let row = 1;
  for await (const cells of readCsvTable(file.path, { required, onBytes })) {
    row += 1;
    const concept = readConcept(new Cells(cells, basename(file.path), row), file);
    if (concept !== null) yield concept;
  }
}

const asked = ['essential', 'optional'] as const;

/** The columns of each layout, and how to read its rows. */
const layouts: Readonly<
  Record<
    RelationFile['layout'],
    { required: readonly string[]; read: (cells: Cells) => RelationRow[] }
  >
> = {
  'occupation-skill': {
    required: ['occupationUri', 'relationType', 'skillUri'],
    read: (cells) => [
      {
        kind: cells.word('relationType', asked),
        from: cells.uri('occupationUri'),
        to: cells.uri('skillUri'),
      },
    ],
  },
  'skill-skill': {
    required: ['originalSkillUri', 'relationType', 'relatedSkillUri'],
    read: (cells) => [
      {
        kind: cells.word('relationType', asked),
        from: cells.uri('originalSkillUri'),
        to: cells.uri('relatedSkillUri'),
      },
    ],
  },
  broader: {
    required: ['conceptUri', 'broaderUri'],
    read: (cells) => [
      { kind: 'broader', from: cells.uri('conceptUri'), to: cells.uri('broaderUri') },
    ],
  },
  levels: { required: ['Level 0 URI', 'Level 1 URI'], read: readLevels },
};

/**
 * Reads a row of skillsHierarchy, which is a path from the top: each level lies below the one
 * before.
 */
function readLevels(cells: Cells): RelationRow[] {
  const path = [0, 1, 2, 3]
    .map((level) => `Level ${level} URI`)
    .filter((column) => cells.text(column) !== null)
    .map((column) => cells.uri(column));
  return path.slice(1).map((from, at) => ({ kind: 'broader', from, to: path[at] ?? from }));
}

/**
 * Reads the relations of one file. Calls `onBytes` with the size of each chunk read.
 * @throws TableError naming file, row and column of the first fault
 */
export async function* readRelations(
  file: RelationFile,
  onBytes: OnBytes,
): AsyncGenerator<RelationRow> {
  const { required, read } = layouts[file.layout];
  let row = 1;
  for await (const cells of readCsvTable(file.path, { required, onBytes })) {
    row += 1;
    yield* read(new Cells(cells, basename(file.path), row));
  }
}
