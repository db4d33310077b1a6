import { finding, type Finding } from '../../../platform/formats/finding.ts';
import type { NamedSheet } from '../../../platform/formats/sheets/best-sheets.ts';
import { RowsInTurn } from '../../../platform/formats/sheets/row-marks.ts';
import type { SheetRecord } from '../../../platform/formats/sheets/sheet-records.ts';
import type { Findings } from '../../../platform/formats/findings.ts';
import type { HeaderMapping } from '../headers/header-meaning.ts';
import type { Column } from '../headers/spreadsheet-columns.ts';
import { cellsIn } from './sent-again.ts';

/**
 * The columns of facts of one person. If such a cell is merged over two rows, the person takes two
 * rows, or it is a slip.
 */
const ofOnePerson = new Set<Column | null | undefined>([
  ...(['reference', 'given_name', 'family_name', 'birth_date', 'documents'] as const),
  'consent_scan_sha256',
]);

/**
 * Reads what a workbook says of rows beside their cells: which cells are merged over several rows,
 * and which rows are hidden.
 */
export class MarkedRows {
  private readonly name: string;
  private readonly turn: RowsInTurn;
  /** The meaning of each column, by position. */
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

  /** Moves on to a row. It must be called for each row, in order. */
  take({ values }: SheetRecord): void {
    this.turn.take(values);
  }

  /** Returns a finding with the number of hidden rows, once, at the first of them. */
  tellHidden(): Finding[] {
    const hidden = this.toldHidden ? 0 : this.turn.hiddenFromHere;
    if (hidden === 0) return [];
    this.toldHidden = true;
    const at = { path: this.name, value: String(hidden) };
    const message =
      'This sheet has this many hidden rows, of which this is the first. They are read like the others: delete those that you do not want to send.';
    return [finding('warn', 'rows-hidden', at, message)];
  }

  /**
   * Returns the current row with the cells that are merged over it from a row above. A region, a
   * trade or a town is the same for all of these rows. Facts of one person are not filled in but
   * reported. A family name is filled in for every row with a given name of its own.
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
      'This cell is merged with those above, so its value counts for the first row only. Write it in the row of each person.';
    said.drop('cell-merged', { path }, message);
  }
}
