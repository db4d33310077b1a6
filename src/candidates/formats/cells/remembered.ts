import { cacheByText } from '../../../platform/memory/cache-by-text.ts';
import { deepFreeze } from '../../../platform/memory/cache-by-frozen-object.ts';
import { Findings } from '../../../platform/formats/findings.ts';

/** A reader of one cell, which adds to `findings`. */
type ReadCell<T> = (cell: string, findings: Findings) => T;

/**
 * Remembers what a reader returns for each text, as `cacheByText` does. The findings of a text are
 * added again wherever the text recurs. The value is frozen, as all callers share it.
 */
export function remembered<T>(read: ReadCell<T>): ReadCell<T> {
  const readOnce = cacheByText((cell) => {
    const own = new Findings();
    return { value: deepFreeze(read(cell, own)), said: own.list };
  });
  return (cell, findings) => {
    const { value, said } = readOnce(cell);
    if (said.length > 0) findings.list.push(...said);
    return value;
  };
}
