import { groupsOf } from '../../platform/lists/groups-of.ts';
import type { HeaderMapping } from '../formats/headers/header-meaning.ts';

/** By column: as the sender names it, and where it is read of several, by all of them. */
export function headersBy(headers: readonly HeaderMapping[]): Map<string, string> {
  const named = groupsOf(headers, ({ column }) => column ?? '');
  return new Map(
    [...named].map(([column, each]) => [
      column,
      [...new Set(each.map(({ header }) => header))].join(' / '),
    ]),
  );
}
