import { finding, type Finding } from '../../../platform/formats/finding.ts';
import type { HeaderMapping } from './header-meaning.ts';
import type { Column } from './spreadsheet-columns.ts';

/**
 * Returns the findings about columns that a sheet lacks beside those it has. They are reported
 * once, with its first row.
 */
export const columnsMissing = (mappings: readonly HeaderMapping[]): Finding[] => [
  ...lacking(mappings, 'given_name', 'family_name', namesInPart),
  ...lacking(mappings, 'occupation_years', 'occupation', yearsOfNone),
];

interface Told {
  code: string;
  message: string;
}

/** Only a warning: one column may hold the whole name, and many people have a single name. */
const namesInPart: Told = {
  code: 'family-name-column-missing',
  message:
    'No column is understood as the family name: everybody in this table is taken by this one alone. If one of those beside is it, name it so, or say once which; if this one holds whole names, nothing is to be done.',
};

/** For example in a list with a sheet per occupation, or with only the work that is wanted. */
const yearsOfNone: Told = {
  code: 'occupation-column-missing',
  message:
    'No column is understood as the occupation: years of work are those of an occupation, and here they are left out. If one of those beside is it, name it so, or say once which; otherwise add one.',
};

/**
 * Returns a finding if a sheet has the column `there` but not the column `missing`. Its value is
 * the list of unknown headers.
 */
function lacking(
  mappings: readonly HeaderMapping[],
  there: Column,
  missing: Column,
  { code, message }: Told,
): Finding[] {
  const beside = mappings.find(({ column }) => column === there);
  if (!beside || mappings.some(({ column }) => column === missing)) return [];
  const unknown = mappings.filter(({ how }) => how === 'unknown').map(({ header }) => header);
  const at = { path: beside.header, value: unknown.join(' | ') || null };
  return [finding('warn', code, at, message)];
}
