import { LineBuffer } from '../../platform/database/copying/line-buffer.ts';
import { commonLine, type CommonRow } from './staged-matches.ts';

/**
 * The columns in which decisions on one vacancy may differ, apart from a decision's own columns.
 * The status follows from the verdicts.
 */
type Differing = Pick<
  CommonRow,
  | 'agencyId'
  | 'tier'
  | 'tierBecause'
  | 'tierCitation'
  | 'precedence'
  | 'verdictsHash'
  | 'stateInput'
>;

/** Collects the columns that decisions share, each combination once per vacancy. */
export class CommonRows {
  private readonly lines = new LineBuffer();
  private count = 0;
  /** The rows of the current vacancy. They are few, so a linear search is faster than a key. */
  private rows: CommonRow[] = [];

  beginVacancy(): void {
    this.rows = [];
  }

  /** @returns the number of the row with these values, which is added if it is new */
  numberOf(row: Omit<CommonRow, 'number'>): number {
    const before = this.rows.find((one) => isAlike(one, row));
    if (before) return before.number;
    const numbered = { ...row, number: this.count };
    this.count += 1;
    this.rows.push(numbered);
    this.lines.add(commonLine(numbered));
    return numbered.number;
  }

  take(): Uint8Array {
    return this.lines.take();
  }
}

function isAlike(one: Differing, other: Differing): boolean {
  return (
    one.verdictsHash === other.verdictsHash &&
    one.tier === other.tier &&
    one.tierBecause === other.tierBecause &&
    one.stateInput === other.stateInput &&
    one.agencyId === other.agencyId &&
    one.precedence === other.precedence &&
    one.tierCitation === other.tierCitation
  );
}
