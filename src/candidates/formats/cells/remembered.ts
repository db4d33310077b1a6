import { onceEach } from '../../../platform/memory/once-each.ts';
import { frozen } from '../../../platform/memory/once-frozen.ts';
import { Findings } from '../../../vacancies/formats/values/findings.ts';

/** A reader of one cell, with what there is to say of it. */
type ReadCell<T> = (cell: string, findings: Findings) => T;

/** `onceEach` of a reader: what is said of a text is said again wherever it stands. What it reads is frozen, as all have it. */
export function remembered<T>(read: ReadCell<T>): ReadCell<T> {
  const readOnce = onceEach((cell) => {
    const own = new Findings();
    return { value: frozen(read(cell, own)), said: own.list };
  });
  return (cell, findings) => {
    const { value, said } = readOnce(cell);
    if (said.length > 0) findings.list.push(...said);
    return value;
  };
}
