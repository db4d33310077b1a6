import { isIscoCode } from '../reference/isco/isco.ts';
import { normaliseNace } from '../reference/nace/nace.ts';
import { unknownCode } from '../reference/reference.errors.ts';
import { type SectorScheme, sectorSchemes } from './pressed-sector.entity.ts';

const ESCO_OCCUPATION = /^http:\/\/data\.europa\.eu\/esco\/occupation\/[0-9a-f-]{36}$/;

/**
 * Returns a code as its scheme writes it, such as `R86.10` for `86.10`, or null if the scheme has
 * no such code.
 */
export function readSectorCode(scheme: SectorScheme, code: string): string | null {
  if (scheme === 'nace') return normaliseNace(code);
  const known = scheme === 'isco' ? isIscoCode(code) : ESCO_OCCUPATION.test(code);
  return known ? code : null;
}

/**
 * Reads the codes that a request states, scheme by scheme; null for a scheme without one. @throws
 * ProblemError 400 for an unknown code
 */
export function readSectorCodes(
  stated: Partial<Record<SectorScheme, string>>,
): Record<SectorScheme, string | null> {
  const codes: Record<SectorScheme, string | null> = { isco: null, nace: null, esco: null };
  for (const scheme of sectorSchemes) {
    const code = stated[scheme];
    if (code === undefined) continue;
    codes[scheme] = readSectorCode(scheme, code);
    if (codes[scheme] === null) throw unknownCode(`/${scheme}`, code, scheme);
  }
  return codes;
}
