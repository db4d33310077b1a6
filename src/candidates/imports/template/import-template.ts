import { stringify } from 'csv-stringify/sync';
import { writeWorkbook, XLSX } from '../../../platform/formats/xlsx/xlsx-file.ts';
import { type Language, languages } from '../../../platform/language/language.ts';
import type { Column } from '../../formats/headers/spreadsheet-columns.ts';
import { templateColumns } from '../../formats/headers/template-columns.ts';

/** A file to download. */
interface FileToSend {
  type: string;
  name: string;
  content: Buffer;
}

export const templateFormats = ['csv', 'xlsx'] as const;
export type TemplateFormat = (typeof templateFormats)[number];

/** Returns each column of the template with its header, in the order of the columns. */
export function templateHeaders(language: Language): [column: Column, header: string][] {
  const at = languages.indexOf(language);
  return Object.entries(templateColumns).map(([column, words]) => [
    column as Column,
    words[at] ?? column,
  ]);
}

/**
 * Returns an empty table to fill in, without a connection if need be: CSV as Excel opens it, or a
 * workbook. The second sheet of the workbook shows an example for each column, so that no example
 * is read as a candidate.
 */
export async function templateFile(
  language: Language,
  format: TemplateFormat,
): Promise<FileToSend> {
  const headers = templateHeaders(language).map(([, header]) => header);
  const name = `candidates-${language}.${format}`;
  if (format === 'csv') {
    const content = Buffer.from(`\uFEFF${stringify([headers], { delimiter: ';' })}`);
    return { type: 'text/csv; charset=utf-8', name, content };
  }
  const examples = Object.values(templateColumns).map((words) => words.at(-1) ?? '');
  const notes = headers.map((header, at) => [header, examples[at] ?? '']);
  const rightToLeft = language === 'ar';
  const content = await writeWorkbook([
    { name: 'candidates', rows: [headers], rightToLeft },
    { name: 'examples', rows: notes, rightToLeft },
  ]);
  return { type: XLSX, name, content };
}
