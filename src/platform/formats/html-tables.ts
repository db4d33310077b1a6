import { bestSheets, type NamedSheet } from './best-sheets.ts';
import { FormatError } from './format-error.ts';
import { readHtml } from './html-page.ts';
import type { IsHeader } from './sheet-header.ts';

/** Cells of all tables together, those that others span included; a page is held whole, as a workbook is. */
const mostCells = 300_000;
/** A header has fewer names. */
const widest = 1_000;

/** What breaks a line within a cell. */
const breaks = new Set(['br', 'p', 'div', 'li']);
const unseen = new Set(['script', 'style', 'title']);

/**
 * The tables of a web page that hold people (`bestSheets`), as programs write them that send a page under the name of a
 * workbook. What a cell spans is blank but for its first place, as in a workbook; a table within a cell is one of its own.
 * @throws CsvError 'csv-not-text', FormatError 'html-refused' where there is no table, 'html-too-large' or 'html-too-deep'
 */
export async function readHtmlTables(
  input: AsyncIterable<Uint8Array>,
  isHeader: IsHeader,
): Promise<NamedSheet[]> {
  const page = new TablesOfPage();
  await readHtml(input, page);
  const tables = page.tables.filter(({ rows }) => rows.length > 0);
  if (tables.length === 0) {
    const message = 'No table is in this web page; save what it shows as .xlsx or CSV';
    throw new FormatError('html-refused', message);
  }
  const sheets = tables.map(({ rows }, at) => ({ name: `table ${at + 1}`, rows }));
  return bestSheets(sheets, isHeader);
}

/** Gathers all tables, each in the order in which it begins. */
class TablesOfPage {
  readonly tables: Table[] = [];
  private readonly open: Table[] = [];
  private cells = 0;
  private unseen = 0;

  readonly onopentag = (name: string, attributes: Record<string, string>): void => {
    const table = this.open.at(-1);
    if (unseen.has(name)) this.unseen += 1;
    else if (name === 'table') this.begin();
    else if (name === 'tr') table?.endRow();
    else if (name === 'td' || name === 'th') this.count(table?.beginCell(spansOf(attributes)));
    else if (breaks.has(name)) table?.write('\n');
  };

  readonly onclosetag = (name: string): void => {
    if (unseen.has(name)) this.unseen -= 1;
    else if (name === 'table') this.open.pop()?.endRow();
    else if (name === 'tr') this.open.at(-1)?.endRow();
    else if (name === 'td' || name === 'th') this.open.at(-1)?.endCell();
  };

  readonly ontext = (text: string): void => {
    if (this.unseen === 0) this.open.at(-1)?.write(text.replace(/\s+/g, ' '));
  };

  private begin(): void {
    const table = new Table();
    this.tables.push(table);
    this.open.push(table);
  }

  private count(cells = 0): void {
    this.cells += cells;
    if (this.cells <= mostCells) return;
    const message = `The tables of this page have more than ${mostCells} cells; save them as CSV`;
    throw new FormatError('html-too-large', message);
  }
}

interface Spans {
  columns: number;
  rows: number;
}

function spansOf({ colspan, rowspan }: Record<string, string>): Spans {
  const within = (said: string | undefined, most: number): number =>
    Math.min(Math.max(Number.parseInt(said ?? '1', 10) || 1, 1), most);
  return { columns: within(colspan, widest), rows: within(rowspan, 65_534) };
}

/** One table, row by row. */
class Table {
  readonly rows: string[][] = [];
  private row: string[] = [];
  /** By column: the first row that no cell above takes any more. */
  private readonly taken: number[] = [];
  private spans: Spans | null = null;
  private text = '';

  /** @returns how many places of the row it takes, with those that cells above take before it */
  beginCell(spans: Spans): number {
    this.endCell();
    const before = this.row.length;
    this.passTaken();
    this.spans = spans;
    return this.row.length - before + spans.columns;
  }

  write(text: string): void {
    if (this.spans !== null) this.text += text;
  }

  endCell(): void {
    if (this.spans === null) return;
    const { columns, rows } = this.spans;
    for (let column = 0; column < columns; column += 1) {
      if (rows > 1) this.taken[this.row.length] = this.rows.length + rows;
      this.row.push(column === 0 ? tidy(this.text) : '');
    }
    this.spans = null;
    this.text = '';
  }

  endRow(): void {
    this.endCell();
    if (this.row.length === 0) return;
    this.rows.push(this.row);
    this.row = [];
  }

  private passTaken(): void {
    while ((this.taken[this.row.length] ?? 0) > this.rows.length) this.row.push('');
  }
}

const tidy = (text: string): string =>
  text
    .replace(/ *\n[\n ]*/g, '\n')
    .replace(/ {2,}/g, ' ')
    .trim();
