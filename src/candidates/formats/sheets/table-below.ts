import { finding } from '../../../platform/formats/finding.ts';
import type { IsHeader } from '../../../platform/formats/sheets/sheet-header.ts';
import { cleanCell, type SheetRecord } from '../../../platform/formats/sheets/sheet-records.ts';
import type { SentCandidate } from '../candidate-draft.ts';
import { findColumn } from '../headers/spreadsheet-columns.ts';
import { beyond } from './sent-again.ts';

/** The fewest names that make a header. Fewer may be words in the cells of a candidate. */
const FEWEST = 3;

/**
 * A second table below the first on one sheet, with its columns in another order. Read by the first
 * header, its candidates would get facts from the wrong columns. So each row is refused with its
 * own column names; sent again, these rows form one table.
 */
export class TableBelow {
  private readonly columns: readonly string[];
  private readonly isHeader: IsHeader;
  private readonly names: ReadonlySet<string>;
  private below: readonly string[] | null = null;
  private headersAgain = 0;

  constructor(columns: readonly string[], isHeader: IsHeader) {
    this.columns = columns;
    this.isHeader = isHeader;
    this.names = new Set(columns.filter(Boolean));
  }

  /**
   * Returns the result for a row of the second table, including its header; null for a row of the
   * first table.
   */
  take({ values, headersAgain }: SheetRecord): SentCandidate | null {
    if (headersAgain > this.headersAgain) this.below = null;
    this.headersAgain = headersAgain;
    const first = values.find((value) => value !== '');
    // Most rows do not begin with a column name, and are not examined further.
    if (first !== undefined && this.mayBeName(first)) {
      const cells = values.map(cleanCell);
      if (this.isHeaderRow(cells)) {
        this.below = this.isAnother(cells) ? cells : null;
        if (this.below !== null) return this.begin(first, cells);
      }
    }
    return this.below === null ? null : this.refuse(values, this.below);
  }

  /** A third table may follow the second, with names that the first does not have. */
  private mayBeName(cell: string): boolean {
    return this.names.has(cell) || (this.below !== null && this.isHeader(cleanCell(cell)));
  }

  private isHeaderRow(cells: readonly string[]): boolean {
    const filled = cells.filter(Boolean);
    return filled.length >= FEWEST && filled.every((cell) => this.isHeader(cell));
  }

  private begin(path: string, cells: readonly string[]): SentCandidate {
    const value = cells.filter(Boolean).join(' | ');
    const message =
      'A second table with other columns begins here; its rows are rejected. Send the rejected rows again as they are, or that table in a separate file.';
    const found = finding('drop', 'table-below', { path, value }, message);
    return { draft: null, findings: [found], source: null, passedOver: true };
  }

  private isAnother(cells: readonly string[]): boolean {
    return cells.some((cell, at) => {
      const here = findColumn(cell);
      const above = findColumn(this.columns[at] ?? '');
      return here !== null && above !== null && here !== above;
    });
  }

  private refuse(values: readonly string[], names: readonly string[]): SentCandidate {
    const cells = names.map((_, at) => cleanCell(values[at] ?? ''));
    const source = { names, cells, surplus: beyond(values.map(cleanCell), names.length) };
    const message =
      'This row belongs to a second table on the sheet, with other columns. Send the rejected rows again as they are, or that table in a separate file.';
    const path = names.find(Boolean) ?? '';
    const at = { path, value: cells[names.indexOf(path)] ?? null };
    return { draft: null, findings: [finding('reject', 'table-below', at, message)], source };
  }
}
