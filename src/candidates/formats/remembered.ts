import { LONGEST_KEPT } from '../../platform/formats/once-each.ts';
import { Findings } from '../../vacancies/formats/findings.ts';

/** Beyond so many cells it starts anew. */
const mostKept = 10_000;

/** A reader of one cell, with what there is to say of it. */
type ReadCell<T> = (cell: string, findings: Findings) => T;

/**
 * The same reader, which reads each text once: most cells of a file say what many others say. What
 * it gives is shared, and must not be changed by anybody.
 */
export function remembered<T>(read: ReadCell<T>): ReadCell<T> {
  const known = new Map<string, { value: T; said: Findings['list'] }>();
  return (cell, findings) => {
    let before = known.get(cell);
    if (before === undefined) {
      const own = new Findings();
      before = { value: read(cell, own), said: own.list };
      if (known.size >= mostKept) known.clear();
      if (cell.length <= LONGEST_KEPT) known.set(cell, before);
    }
    if (before.said.length > 0) findings.list.push(...before.said);
    return before.value;
  };
}
