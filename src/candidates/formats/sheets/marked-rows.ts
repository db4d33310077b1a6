import { finding, type Finding } from '../../../platform/formats/finding.ts';
import type { NamedSheet } from '../../../platform/formats/sheets/best-sheets.ts';
import { RowsInTurn } from '../../../platform/formats/sheets/row-marks.ts';
import type { SheetRecord } from '../../../platform/formats/sheets/sheet-records.ts';
import type { Findings } from '../../../vacancies/formats/values/findings.ts';
import type { HeaderMapping } from '../headers/header-meaning.ts';
import type { Column } from '../headers/spreadsheet-columns.ts';
import { cellsIn } from './sent-again.ts';

/** What one person has: over two rows it is of one who takes two, or a slip. */
const ofOnePerson = new Set<Column | null | undefined>([
  ...(['reference', 'given_name', 'family_name', 'birth_date', 'documents'] as const),
  'consent_scan_sha256',
]);

/** Reads what a workbook says of rows beside their cells: what is merged over several of them, and which are hidden. */
export class MarkedRows {
  private readonly name: string;
  private readonly turn: RowsInTurn;
  /** By its place, what each column was taken for. */
  private readonly meant: readonly (HeaderMapping | undefined)[];
  private readonly givenNameAt: number;
  private toldHidden = false;

  constructor(
    { name, rows, marks }: NamedSheet,
    columns: readonly string[],
    mappings: readonly HeaderMapping[],
  ) {
    this.name = name;
    this.turn = new RowsInTurn(rows, marks, columns.length);
    this.meant = columns.map((header) => mappings.find((mapping) => mapping.header === header));
    this.givenNameAt = this.meant.findIndex((mapping) => mapping?.column === 'given_name');
  }

  /** Goes on to a row; each is to be told, in their order. */
  take({ values }: SheetRecord): void {
    this.turn.take(values);
  }

  /** With the first row that is hidden, how many are. */
  tellHidden(): Finding[] {
    const hidden = this.toldHidden ? 0 : this.turn.hiddenFromHere;
    if (hidden === 0) return [];
    this.toldHidden = true;
    const at = { path: this.name, value: String(hidden) };
    const message =
      'So many rows of this sheet are hidden, as by a filter, this one the first. They are read like the others: delete those that you do not mean to send.';
    return [finding('warn', 'rows-hidden', at, message)];
  }

  /**
   * The row that was taken, with what is merged over it from a row above: a region, a trade or a town is the same for all
   * of these. What one person has is not filled in, and told; a family name goes to all who have a given name of their own.
   */
  fillDown(sent: SheetRecord, said: Findings): SheetRecord {
    const own = cellsIn(sent);
    let cells: string[] | null = null;
    for (const [column, text] of this.turn.merges) {
      if ((own[column] ?? '') !== '') continue;
      if (this.isForAll(column, own)) {
        cells ??= [...own];
        while (cells.length < column) cells.push('');
        cells[column] = text;
      } else this.tellMerged(column, said);
    }
    if (cells === null) return sent;
    return sent.cells === null ? { ...sent, values: cells } : { ...sent, cells };
  }

  private isForAll(column: number, own: readonly string[]): boolean {
    const meant = this.meant[column]?.column;
    const isOfFamily = meant === 'family_name' && (own[this.givenNameAt] ?? '') !== '';
    return isOfFamily || !ofOnePerson.has(meant);
  }

  private tellMerged(column: number, said: Findings): void {
    const path = this.meant[column]?.header ?? '';
    const message =
      'This cell is merged over several rows, and only its first row has what it says: write it in each row of a person.';
    said.drop('cell-merged', { path }, message);
  }
}
