import { cleanCell } from './sheet-records.ts';
import { workbookTooLarge } from './workbook-refusals.ts';

/** A cell merged over several rows. Rows and columns count from 0. */
interface MergedDown {
  column: number;
  top: number;
  /** The last of the rows. */
  bottom: number;
}

/** The most merged cells held, so that a file of nothing else stays small in memory. */
const MOST_MERGED = 200_000;

/** How many more merged cells all sheets of one workbook may have together. */
export interface RoomForMerged {
  left: number;
}

export const roomForMerged = (): RoomForMerged => ({ left: MOST_MERGED });

/** What a workbook states of the rows of a sheet beside their cells. */
export class RowMarks {
  readonly merged: MergedDown[] = [];
  /** The rows that are not shown, such as those behind a filter, in ascending order. */
  readonly hidden: number[] = [];

  constructor(private readonly room = roomForMerged()) {}

  /**
   * Records a cell that is merged over rows. A cell over a single row, however wide, is not
   * recorded.
   * @throws FormatError 'excel-too-large'
   */
  merge(column: number, top: number, bottom: number): void {
    if (bottom <= top) return;
    this.room.left -= 1;
    if (this.room.left < 0)
      throw workbookTooLarge(`may have at most ${MOST_MERGED} cells merged over rows`);
    this.merged.push({ column, top, bottom });
  }

  hide(row: number): void {
    this.hidden.push(row);
  }

  /** Returns the same marks by positions in `rows`, the ascending numbers of rows with content. */
  among(rows: readonly number[]): RowMarks {
    if (this.merged.length === 0 && this.hidden.length === 0) return this;
    const marks = new RowMarks();
    const places = new Map(rows.map((row, place) => [row, place]));
    for (const { column, top, bottom } of this.merged) {
      const place = places.get(top);
      if (place !== undefined) marks.merge(column, place, upTo(rows, bottom));
    }
    for (const row of this.hidden) {
      const place = places.get(row);
      if (place !== undefined) marks.hide(place);
    }
    return marks;
  }
}

/** Returns the position of the last row whose number is at most `most`. */
function upTo(rows: readonly number[], most: number): number {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows[middle] ?? 0) <= most) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

/** Follows the rows of a sheet as they are read, in order, with the cells merged over them. */
export class RowsInTurn {
  private readonly merged: readonly MergedDown[];
  private readonly hidden: readonly number[];
  /** By column, the text of the cell merged over the current row, and its last row. */
  private readonly over = new Map<number, { text: string; bottom: number }>();
  private at = -1;
  private nextMerged = 0;
  private nextHidden = 0;

  /** `columns` is the number of columns that are read. */
  constructor(
    private readonly rows: readonly (readonly string[])[],
    { merged, hidden }: RowMarks,
    columns: number,
  ) {
    this.merged = merged
      .filter(({ column }) => column < columns)
      .toSorted((one, other) => one.top - other.top);
    this.hidden = hidden.filter((row) => rows[row]?.some(Boolean));
  }

  /**
   * Goes on to a row. `values` must be one of the rows itself. Rows before it are skipped, and
   * cells merged from one of them, such as column names, cover no row.
   */
  take(values: readonly string[]): void {
    do this.at += 1;
    while (this.at < this.rows.length && this.rows[this.at] !== values);
    for (const [column, { bottom }] of this.over) if (bottom < this.at) this.over.delete(column);
    for (; this.next !== undefined && this.next.top <= this.at; this.nextMerged += 1)
      if (this.next.top === this.at) this.begin(this.next, values);
    while ((this.hidden[this.nextHidden] ?? this.at) < this.at) this.nextHidden += 1;
  }

  /** By column, the text of the cell merged over this row, which may be its first. */
  get merges(): Iterable<readonly [column: number, text: string]> {
    return Array.from(this.over, ([column, { text }]) => [column, text] as const);
  }

  /** The number of hidden rows from this one on; 0 if this row itself is not hidden. */
  get hiddenFromHere(): number {
    const isHidden = this.hidden[this.nextHidden] === this.at;
    return isHidden ? this.hidden.length - this.nextHidden : 0;
  }

  private get next(): MergedDown | undefined {
    return this.merged[this.nextMerged];
  }

  private begin({ column, bottom }: MergedDown, values: readonly string[]): void {
    const text = cleanCell(values[column] ?? '');
    if (text !== '') this.over.set(column, { text, bottom });
  }
}
