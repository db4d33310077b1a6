import type { Findings } from '../../../platform/formats/findings.ts';

/**
 * The unnamed columns of a sheet. Each filled one is reported once, as its content would otherwise
 * be lost unnoticed.
 */
export class UnnamedColumns {
  private readonly untold: Set<number>;

  constructor(columns: readonly string[]) {
    // The first column is left out: it may count the rows, as programs write them.
    this.untold = new Set(columns.flatMap((name, at) => (name === '' && at > 0 ? [at] : [])));
  }

  tell(cells: readonly string[], said: Findings): void {
    for (const at of this.untold) {
      const value = cells[at] ?? '';
      if (value === '') continue;
      this.untold.delete(at);
      const message =
        'This column has no header, so it is not read. Give it a header or remove it.';
      said.warn('column-unnamed', { path: `column ${at + 1}`, value }, message);
    }
  }
}
