import { formerRegion, regionElsewhere } from '../reference.errors.ts';
import { carryNuts, nutsPrefixes } from './nuts.ts';

/**
 * Returns the NUTS code of a region that a rule of law or a national offer of `state` (ISO 3166-1
 * alpha-2, null for the Union) names. A region in the prefix of ISO 3166 (`GR30`) is read in that
 * of NUTS (`EL30`). `pointer`: a JSON pointer to it.
 * @throws ProblemError 400 for a region of another state, and for one of an earlier edition: places
 * carry codes of NUTS 2024, so none lies in it
 */
export function ruledRegion(written: string, state: string | null, pointer: string): string {
  if (state === null) throw regionElsewhere(pointer);
  const prefix = nutsPrefixes[state] ?? state;
  const code = written.startsWith(state) ? prefix + written.slice(2) : written;
  if (!code.startsWith(prefix)) throw regionElsewhere(pointer);
  const carried = carryNuts(code);
  if (carried) throw formerRegion(pointer, carried.code);
  return code;
}
