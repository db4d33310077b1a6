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
    'No column is recognised as the family name, so this one alone is the name. If one of the columns listed holds it, call it "Family name" or say once which it is; if this one holds whole names, there is nothing to do.',
};

/** For example in a list with a sheet per occupation, or with only the work that is wanted. */
const yearsOfNone: Told = {
  code: 'occupation-column-missing',
  message:
    'No column is recognised as the occupation, so the years of experience are left out. If one of the columns listed holds it, call it "Occupation" or say once which it is; otherwise add that column.',
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
