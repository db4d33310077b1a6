import type { Finding } from '../../../platform/formats/finding.ts';
import { type Column, countryColumns } from '../../formats/headers/spreadsheet-columns.ts';
import type { Cells } from '../../formats/sheets/sheet-person.ts';
import { readRow } from '../../formats/sheets/spreadsheet-row.ts';

/** The columns that hold nothing but values of a list. */
const ofLists = new Set<Column>([
  ...countryColumns,
  ...([
    'education_level',
    'languages',
    'permit_categories',
    'consent_purposes',
    'consent_sections',
  ] as const),
]);

/** The rest of a row in which nothing is reported. */
const others: Cells = {
  reference: '1',
  family_name: 'A',
  nationalities: 'MA',
  consent_purposes: 'matching',
  consent_sections: 'all',
  consent_countries: 'ES',
  consent_given_on: '2026-11-24',
};

/**
 * Returns what the reader of files reports of a value in that column if it leaves the value out;
 * null if it can use it. A level alone is used in a column of one language.
 */
export function unreadableAs(column: Column, value: string): Finding | null {
  if (!ofLists.has(column)) return null;
  const reported = (cell: string): Finding | undefined =>
    readRow({ ...others, [column]: cell }).findings.find(
      ({ path, severity }) => path === column && severity === 'drop',
    );
  const fault = reported(value) ?? null;
  return fault && column === 'languages' && !reported(`fr:${value}`) ? null : fault;
}
