import { isIscoCode, repairIscoCode } from '../../../reference/isco/isco.ts';
import type { Findings, ReadValue } from './findings.ts';

export interface ReadOccupations {
  isco: string[];
  esco: string[];
}

/** Of a vacancy without a code that can be read; occupationByTitle then asks its title. */
export const OCCUPATION_MISSING = 'occupation-missing';

/**
 * Whether a list of codes, as its sender names it, is another than ISCO-08 and ESCO: `ROME`, `SSYK`, and ISCO-88, of which 5123 are
 * waiters and no cooks. One without a name is read by its form.
 */
const isOtherList = (name: string): boolean =>
  name.trim() !== '' && (!/isco|esco|citp|ciuo/i.test(name) || /88(?!\d)/.test(name));

/** The codes whose list is one of ours; each of another is left out, and told with its list. */
export function ofOurLists(
  codes: readonly (ReadValue & { list: string })[],
  findings: Findings,
): ReadValue[] {
  return codes.filter(({ path, value, list }) => {
    if (!isOtherList(list)) return true;
    const at = { path, value: `${list} ${value ?? ''}` };
    findings.drop('occupation-list-unknown', at, 'Neither ISCO-08 nor ESCO; it is left out.');
    return false;
  });
}

/** The ISCO code in `2221`, `7411.11` (a national refinement), `C2221` or an ESCO URI of an ISCO group. */
function iscoIn(text: string): string | null {
  const code = /^(?:https?:\/\/data\.europa\.eu\/esco\/isco\/)?[Cc]?(\d{1,4})(?:\.\d+)?$/.exec(
    text,
  );
  return code?.[1] ?? null;
}

/** An ESCO occupation URI as ESCO itself writes it. */
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
    findings.drop('occupation-unknown', at, `${code} is no ISCO-08 code; it is left out.`);
    return null;
  }
  findings.warn('isco-repaired', at, `${code} is a national code; read as ISCO ${repair.code}.`);
  return repair.code;
}

/** A group is left out beside an occupation within it. */
function exactest(codes: readonly string[]): string[] {
  const each = [...new Set(codes)];
  return each.filter((code) => !each.some((other) => other !== code && other.startsWith(code)));
}

/**
 * ISCO-08 codes and ESCO URIs of a vacancy, each once. National codes that are no ISCO code are
 * repaired by table. Without any, a finding at `path` with the `title` says so: see occupationByTitle.
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
        'Neither an ISCO-08 code nor an ESCO occupation; it is left out.',
      );
    }
  }
  if (isco.length === 0 && esco.length === 0) {
    const message = 'No occupation is given; only its words can be matched.';
    findings.warn(OCCUPATION_MISSING, { path, value: title }, message);
  }
  return { isco: exactest(isco), esco: [...new Set(esco)] };
}
