import { bestSheets, namesIn, type NamedSheet } from './best-sheets.ts';
import { FormatError } from '../format-error.ts';
import { readHtml, tooLarge } from '../markup/html-page.ts';
import { RowMarks } from './row-marks.ts';
import { plainNumber } from './plain-number.ts';
import { openDocumentDay } from './serial-dates.ts';
import type { IsHeader } from './sheet-header.ts';

/**
 * The limits of a page, which is held whole as a workbook is. `cells` counts those of all tables
 * together; `width` and `cellLength` are those of Excel.
 */
const limits = { cells: 300_000, width: 16_384, cellLength: 32_767, tablesInTables: 16 };

/** The tags that break a line within a cell. */
const breaks = new Set(['br', 'p', 'div', 'li']);
const unseen = new Set(['script', 'style', 'title', 'comment', 'select', 'textarea']);

/**
 * Returns the tables of a web page that hold candidates (`bestSheets`), as programs write them that
 * send a page under a workbook's name. A table without a header that continues the one before it is
 * joined to that one. A cell that spans several places fills only the first, as in a workbook
 * (`marks`). A table within a cell is returned separately, and its text is also in the cell.
 * @throws CsvError 'csv-not-text', FormatError 'html-refused' if there is no table,
 * 'html-too-large' or 'html-too-deep'
 */
export async function readHtmlTables(
  input: AsyncIterable<Uint8Array>,
  isHeader: IsHeader,
): Promise<NamedSheet[]> {
  const page = new TablesOfPage();
  await readHtml(input, page);
  page.end();
  const tables = page.tables.filter(({ rows }) => rows.some((row) => row.length > 0));
  if (tables.length === 0) {
    const message = 'This web page holds no table. Save its content as .xlsx or CSV.';
    throw new FormatError('html-refused', message);
  }
  const sheets = tables.map(({ rows, marks }, at) => ({
    name: `table ${at + 1}`,
    rows,
    // A cell that claims to span rows beyond its table does not reach into the next.
    marks: marks.among([...rows.keys()]),
  }));
  const best = bestSheets(sheets, isHeader);
  goOn(sheets, best, isHeader);
  return best;
}

const widthOf = ({ rows }: NamedSheet): number =>
  rows.reduce((widest, row) => Math.max(widest, row.length), 0);

/** Joins tables to those they continue: a list cut into pages has its header on the first alone. */
function goOn(
  sheets: readonly NamedSheet[],
  best: readonly NamedSheet[],
  isHeader: IsHeader,
): void {
  let last: NamedSheet | null = null;
  for (const sheet of sheets) {
    if (best.includes(sheet)) last = sheet;
    else if (last === null || widthOf(sheet) !== widthOf(last) || namesIn(sheet, isHeader) > 1)
      last = null;
    else append(sheet, last);
  }
}

function append({ rows, marks }: NamedSheet, to: NamedSheet): void {
  const before = to.rows.length;
  for (const { column, top, bottom } of marks.merged)
    to.marks.merge(column, before + top, before + bottom);
  for (const row of rows) to.rows.push(row);
}

/** Collects all tables, in the order in which they begin. */
class TablesOfPage {
  readonly tables: Table[] = [];
  private readonly open: Table[] = [];
  private cells = 0;
  private unseen = 0;

  readonly onopentag = (name: string, attributes: Record<string, string>): void => {
    const innermost = this.open.at(-1);
    if (unseen.has(name)) this.unseen += 1;
    else if (name === 'table') this.begin();
    else if (name === 'tr') innermost?.beginRow();
    else if (name === 'td' || name === 'th') innermost?.beginCell(attributes);
    else if (breaks.has(name)) for (const table of this.open) table.breakLine();
  };

  /** Ignores tags that the parser closes itself: a wrong tag around a table does not end it. */
  readonly onclosetag = (name: string, isImplied: boolean): void => {
    if (unseen.has(name)) this.unseen -= 1;
    else if (isImplied) return;
    else if (name === 'table') this.open.pop()?.endRow();
    else if (name === 'tr') this.open.at(-1)?.endRow();
    else if (name === 'td' || name === 'th') this.open.at(-1)?.endCell();
  };

  readonly ontext = (text: string): void => {
    if (this.unseen > 0) return;
    const said = text.replace(/\s+/g, ' ');
    for (const table of this.open) table.say(said, table === this.open.at(-1));
  };

  end(): void {
    for (const table of this.open.reverse()) table.endRow();
  }

  private begin(): void {
    this.count(1);
    if (this.open.length === limits.tablesInTables)
      throw new FormatError(
        'html-too-deep',
        'Tables are nested too deep in this web page. Save the table as CSV.',
      );
    const table = new Table((cells) => {
      this.count(cells);
    });
    this.tables.push(table);
    this.open.push(table);
  }

  private count(cells: number): void {
    this.cells += cells;
    if (this.cells > limits.cells) throw tooLarge();
  }
}

/** One table, row by row. */
class Table {
  readonly rows: string[][] = [];
  readonly marks = new RowMarks();
  private readonly count: (cells: number) => void;
  private row: string[] | null = null;
  /** The number of blank cells behind the last cell of the row that holds text. */
  private blanks = 0;
  /** By column, the first row that no cell above spans any more. */
  private readonly taken: number[] = [];
  private cell: Record<string, string> | null = null;
  private text = '';
  /**
   * What the text ends with: a further blank or break then adds nothing. Looking into a growing
   * text would copy it.
   */
  private ending: 'break' | 'blank' | 'word' = 'break';

  constructor(count: (cells: number) => void) {
    this.count = count;
  }

  beginRow(): void {
    this.endRow();
    this.row = [];
    this.count(1);
  }

  beginCell(attributes: Record<string, string>): void {
    this.endCell();
    this.row ??= [];
    while ((this.taken[this.column()] ?? 0) > this.rows.length) {
      this.blanks += 1;
      this.count(1);
    }
    this.cell = attributes;
  }

  /** Adds text to the cell. Text too long is refused only if `isInnermost`, else left out. */
  say(said: string, isInnermost: boolean): void {
    if (this.cell === null) return;
    const text = this.ending === 'word' ? said : said.trimStart();
    if (this.text.length + text.length > limits.cellLength) {
      if (isInnermost) throw tooLarge();
      return;
    }
    this.text += text;
    if (text !== '') this.ending = text.endsWith(' ') ? 'blank' : 'word';
  }

  breakLine(): void {
    if (this.ending === 'break') return;
    this.text += '\n';
    this.ending = 'break';
  }

  endCell(): void {
    if (this.cell === null) return;
    const { colspan, rowspan } = this.cell;
    const text = shown(tidy(this.text), this.cell);
    const [columns, rows] = [spanOf(colspan), spanOf(rowspan)];
    if (this.column() + columns > limits.width) throw tooLarge();
    for (let at = 0; at < columns && rows > 1; at += 1)
      this.taken[this.column() + at] = this.rows.length + rows;
    if (text !== '') this.marks.merge(this.column(), this.rows.length, this.rows.length + rows - 1);
    this.put(text, columns);
    this.cell = null;
    this.text = '';
    this.ending = 'break';
  }

  endRow(): void {
    this.endCell();
    if (this.row !== null) this.rows.push(this.row);
    this.row = null;
    this.blanks = 0;
  }

  private column(): number {
    return (this.row?.length ?? 0) + this.blanks;
  }

  private put(text: string, columns: number): void {
    if (text === '') {
      this.blanks += columns;
      return;
    }
    this.count(this.blanks + 1);
    for (let blank = 0; blank < this.blanks; blank += 1) this.row?.push('');
    this.row?.push(text);
    this.blanks = columns - 1;
  }
}

const spanOf = (said = '1'): number =>
  Math.min(Math.max(Number.parseInt(said, 10) || 1, 1), 65_534);

const tidy = (text: string): string => text.replaceAll(' \n', '\n').trim();

/** Matches a date format in any language (`MM/DD/YYYY`, `JJ.MM.AAAA`) without texts and colours. */
const ofDates = /(?:[djt]{1,4}|[yja]{2,4})[^a-z]*m|m[^a-z]*(?:[djt]|[yja]{2})/i;
/** Matches a text that shows less than the cell holds, or something else: `2.12E+11`, `10,000`. */
const ofLess = /\dE\+|\d[.,\s'’]\d{3}(?!\d)/i;

/** The days from 30 December 1899 to 1 January 1904, from which some workbooks count. */
const TO_1904 = 1_462;

/**
 * Returns the day of a number of days. A page does not say from which year its workbook counted, so
 * the year that the cell shows decides.
 */
function dayShown(days: number, text: string): string | null {
  const day = openDocumentDay(days);
  const from1904 = openDocumentDay(days + TO_1904);
  return !hasYearOf(day, text) && hasYearOf(from1904, text) ? from1904 : day;
}

/** Returns whether a text has the year of a day, in four digits or two. */
function hasYearOf(day: string | null, text: string): boolean {
  const year = day?.slice(0, 4) ?? '';
  return text.match(/\d+/g)?.some((digits) => digits === year || digits === year.slice(2)) ?? false;
}

/**
 * Returns the stored value if it is more than the cell shows, or the shown text. LibreOffice
 * (`sdval`) and Excel (`x:num`) write the stored value beside it.
 */
function shown(text: string, attributes: Record<string, string>): string {
  const held = attributes['sdval'] ?? attributes['x:num'] ?? '';
  if (!/^-?\d+(?:\.\d+)?(?:E\+?\d+)?$/i.test(held)) return text;
  const format = (attributes['sdnum'] ?? '').split(';').slice(2).join(';');
  if (ofDates.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, '')))
    return dayShown(Number(held), text) ?? text;
  return ofLess.test(text) ? plainNumber(held) : text;
}
