import { LineBuffer } from '../../platform/database/copying/line-buffer.ts';
import { commonLine, type CommonRow } from './staged-matches.ts';

/** What decisions on one vacancy may differ in, besides what is of each alone. The status follows from the verdicts. */
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

/** Gathers what decisions have in common, for each vacancy once. */
export class CommonRows {
  private readonly lines = new LineBuffer();
  private count = 0;
  /** Of the vacancy under way: a few, so that going through them is quicker than any key. */
  private rows: CommonRow[] = [];

  beginVacancy(): void {
    this.rows = [];
  }

  /** @returns the number of the row that says it, a new one where none does yet */
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
