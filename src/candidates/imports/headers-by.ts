import { groupsOf } from '../../platform/lists/groups-of.ts';
import type { HeaderMapping } from '../formats/headers/header-meaning.ts';

/**
 * Returns the sender's header of each column; if several headers are read into one column, all of
 * them joined by ` / `.
 */
export function headersBy(headers: readonly HeaderMapping[]): Map<string, string> {
  const named = groupsOf(headers, ({ column }) => column ?? '');
  return new Map(
    [...named].map(([column, each]) => [
      column,
      [...new Set(each.map(({ header }) => header))].join(' / '),
    ]),
  );
}
