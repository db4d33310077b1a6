import { isIscoCode, repairIscoCode } from '../../reference/isco/isco.ts';
import { findOccupationByWords } from '../../reference/isco/occupation-words.ts';
import type { Findings, ReadValue } from './findings.ts';

export interface ReadOccupations {
  isco: string[];
  esco: string[];
}

/** Titles that fit less than this say nothing about the occupation. */
const confidentEnough = 0.6;

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

function readIsco(code: string, title: string, at: ReadValue, findings: Findings): string | null {
  if (isIscoCode(code)) return code;
  const repair = repairIscoCode(code);
  if (repair !== null) {
    findings.warn('isco-repaired', at, `${code} is a national code; read as ISCO ${repair.code}.`);
    return repair.code;
  }
  const byTitle = iscoOfTitle(title);
  if (byTitle === null) {
    findings.drop('occupation-unknown', at, `${code} is no ISCO-08 code; it is left out.`);
  } else {
    findings.warn(
      'isco-by-title',
      at,
      `${code} is no ISCO-08 code; the title reads as ISCO ${byTitle}.`,
    );
  }
  return byTitle;
}

function iscoOfTitle(title: string): string | null {
  const found = findOccupationByWords(title);
  return found !== null && found.confidence >= confidentEnough ? found.isco : null;
}

/** A group is left out beside an occupation within it. */
function exactest(codes: readonly string[]): string[] {
  const each = [...new Set(codes)];
  return each.filter((code) => !each.some((other) => other !== code && other.startsWith(code)));
}

/**
 * ISCO-08 codes and ESCO URIs of a vacancy, each once. National codes that are no ISCO code are repaired by table or by the
 * title; without any code the title alone is tried. A vacancy without an occupation is kept and matched by its words.
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
      isco.push(...[readIsco(code, title, at, findings)].filter((read) => read !== null));
    else if (text !== '') {
      findings.drop(
        'occupation-unknown',
        at,
        'Neither an ISCO-08 code nor an ESCO occupation; it is left out.',
      );
    }
  }
  if (isco.length === 0 && esco.length === 0) isco.push(...withoutCode(title, path, findings));
  return { isco: exactest(isco), esco: [...new Set(esco)] };
}

function withoutCode(title: string, path: string, findings: Findings): string[] {
  const byTitle = iscoOfTitle(title);
  if (byTitle === null) {
    findings.warn(
      'occupation-missing',
      { path },
      'No occupation is given; only its words can be matched.',
    );
    return [];
  }
  findings.warn(
    'isco-by-title',
    { path, value: title },
    `No code is given; the title reads as ISCO ${byTitle}.`,
  );
  return [byTitle];
}
