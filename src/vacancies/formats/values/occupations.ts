import { isIscoCode, repairIscoCode } from '../../../reference/isco/isco.ts';
import type { Findings, ReadValue } from '../../../platform/formats/findings.ts';

export interface ReadOccupations {
  isco: string[];
  esco: string[];
}

/** The finding for a vacancy without a readable code. occupationByTitle then looks up its title. */
export const OCCUPATION_MISSING = 'occupation-missing';

/**
 * Returns the ISCO code in `2221`, `7411.11` (a national refinement), `C2221` or an ESCO URI of an
 * ISCO group.
 */
function iscoIn(text: string): string | null {
  const code = /^(?:https?:\/\/data\.europa\.eu\/esco\/isco\/)?[Cc]?(\d{1,4})(?:\.\d+)?$/.exec(
    text,
  );
  return code?.[1] ?? null;
}

/** Returns an ESCO occupation URI as ESCO itself writes it, or null. */
function escoIn(text: string): string | null {
  const found = /^https?:\/\/data\.europa\.eu\/esco\/occupation\/([\da-f-]{36})$/i.exec(text);
  return found?.[1] === undefined
    ? null
    : `http://data.europa.eu/esco/occupation/${found[1].toLowerCase()}`;
}

function readIsco(code: string, at: ReadValue, findings: Findings): string | null {
  if (isIscoCode(code)) return code;
  const repair = repairIscoCode(code);
  if (repair === null) {
    findings.drop(
      'occupation-unknown',
      at,
      `${code} is not an ISCO-08 code, so it is left out. Write for example 7212.`,
    );
    return null;
  }
  findings.warn(
    'isco-repaired',
    at,
    `${code} is a national code; read as ISCO-08 ${repair.code}. Check it.`,
  );
  return repair.code;
}

/** Leaves out a group if an occupation within it is also given. */
function exactest(codes: readonly string[]): string[] {
  const each = [...new Set(codes)];
  return each.filter((code) => !each.some((other) => other !== code && other.startsWith(code)));
}

/**
 * Reads the ISCO-08 codes and ESCO URIs of a vacancy, each once. National codes that are not ISCO
 * codes are repaired by table. If there is none, a finding at `path` with the `title` says so; see
 * occupationByTitle.
 */
export function readOccupations(
  codes: readonly ReadValue[],
  title: string,
  path: string,
  findings: Findings,
): ReadOccupations {
  const isco: string[] = [];
  const esco: string[] = [];
  for (const at of codes) {
    const text = at.value?.trim() ?? '';
    const uri = escoIn(text);
    const code = iscoIn(text);
    if (uri !== null) esco.push(uri);
    else if (code !== null)
      isco.push(...[readIsco(code, at, findings)].filter((read) => read !== null));
    else if (text !== '') {
      findings.drop(
        'occupation-unknown',
        at,
        'This is neither an ISCO-08 code nor an ESCO occupation, so it is left out. Write for example 7212.',
      );
    }
  }
  if (isco.length === 0 && esco.length === 0) {
    const message =
      'No occupation code is given, so only the words of the title are matched. Add an ISCO-08 or ESCO code.';
    findings.warn(OCCUPATION_MISSING, { path, value: title }, message);
  }
  return { isco: exactest(isco), esco: [...new Set(esco)] };
}
