import { isIscoCode } from '../reference/isco/isco.ts';
import { normaliseNace } from '../reference/nace/nace.ts';
import { unknownCode } from '../reference/reference.errors.ts';
import { type SectorScheme, sectorSchemes } from './pressed-sector.entity.ts';

const ESCO_OCCUPATION = /^http:\/\/data\.europa\.eu\/esco\/occupation\/[0-9a-f-]{36}$/;

/** A code as its scheme writes it, such as `Q86.10` for `86.10`; null for one that the scheme does not have. */
export function readSectorCode(scheme: SectorScheme, code: string): string | null {
  if (scheme === 'nace') return normaliseNace(code);
  const known = scheme === 'isco' ? isIscoCode(code) : ESCO_OCCUPATION.test(code);
  return known ? code : null;
}

/** What a request says of some work, scheme by scheme. @throws ProblemError 400 for an unknown code */
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
