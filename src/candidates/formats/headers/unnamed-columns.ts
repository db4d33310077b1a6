import type { Findings } from '../../../vacancies/formats/values/findings.ts';

/** The columns of a sheet without a name, of which each is told once: what stands there would be lost, and nobody see why. */
export class UnnamedColumns {
  private readonly untold: Set<number>;

  constructor(columns: readonly string[]) {
    // The first may count the rows, as programs write them.
    this.untold = new Set(columns.flatMap((name, at) => (name === '' && at > 0 ? [at] : [])));
  }

  tell(cells: readonly string[], said: Findings): void {
    for (const at of this.untold) {
      const value = cells[at] ?? '';
      if (value === '') continue;
      this.untold.delete(at);
      const message = 'This column has no name, and is not read: name it, or leave it out.';
      said.warn('column-unnamed', { path: `column ${at + 1}`, value }, message);
    }
  }
}
