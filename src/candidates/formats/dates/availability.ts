import { lastDayOfMonth } from '../../../platform/clock/calendar-days.ts';
import { plainDigits } from '../../../reference/fold-words.ts';
import type { Findings } from '../../../platform/formats/findings.ts';
import { readDateAt, readSheetDate } from './sheet-dates.ts';

const now =
  /^(?:imm[ée]diate?(?:ment)?|immediately|now|asap|available(?: now)?|disponible|(?:tout )?de suite|d[èe]s (?:que possible|maintenant)|inmediat[ao](?:mente)?|de inmediato|(?:desde )?ya|ahora(?: mismo)?|فورا|فوري|حالا|الآن)$/iu;

/** Match what may come before the first day of availability, and before the last. */
const before = {
  available_from:
    /^(?:d[èe]s|(?:à|a) partir d[eu]l?|depuis|d[ée]but|from|as of|as from|starting|since|desde|inicios? de|ابتداء من|اعتبارا من|من)\s+(?:(?:le|el|the|début)\s+)?/iu,
  available_until:
    /^(?:jusqu['’](?:au|à|en)|fin(?: d[eu])?|until|till|to|up to|end of|hasta|fines? de|حتى|الى|إلى)\s+(?:(?:le|el|the|fin(?: d[eu])?|finales de)\s+)?/iu,
};

/** Returns the first day of `01/2027`, `2027-01` or `janvier 2027`; null for anything else. */
function firstOfMonth(text: string): string | null {
  const plain = plainDigits(text).trim();
  if (/^\d{1,2}\s*[./-]\s*\d{4}$/.test(plain)) return readSheetDate(`1/${plain}`);
  if (/^\d{4}-\d{2}$/.test(plain)) return readSheetDate(`${plain}-01`);
  return /^\p{L}+\.?(?: \p{L}+)? \d{4}$/u.test(plain) ? readSheetDate(`1 ${plain}`) : null;
}

/**
 * Reads the first or last day on which a candidate is available. A month stands for its first day
 * or its last. Returns null for an empty cell and for a candidate who is available at once.
 * Anything else gives null with a finding.
 */
export function readAvailability(
  cell: string,
  path: 'available_from' | 'available_until',
  findings: Findings,
): string | null {
  if (cell === '') return null;
  const isFrom = path === 'available_from';
  if (isFrom && now.test(cell)) return null;
  const bare = cell.replace(before[path], '');
  const first = firstOfMonth(bare);
  if (first !== null) return isFrom ? first : lastDayOfMonth(first);
  return readDateAt(readSheetDate(bare) === null ? cell : bare, path, findings);
}
