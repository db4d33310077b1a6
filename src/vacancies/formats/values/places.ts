import { isTierZeroCountry, normaliseCountry } from '../../../reference/countries/countries.ts';
import { carryNuts, nutsPrefixes as nutsPrefix } from '../../../reference/nuts/nuts.ts';
import type { Findings, ReadValue } from '../../../platform/formats/findings.ts';
import type { Place } from '../vacancy-draft.ts';

/** A place as written. */
export interface RawPlace {
  path: string;
  country: string | null;
  nuts: string | null;
  city: string | null;
  postalCode: string | null;
}

/**
 * Parts of states that have a country code of their own in ISO 3166, with their region of NUTS
 * 2024: Åland, and the outermost regions of France (Treaty on the Functioning of the European
 * Union, Art. 355(1) and (4)).
 */
const partsOfStates: Readonly<Record<string, readonly [state: string, nuts: string]>> = {
  AX: ['FI', 'FI2'],
  GF: ['FR', 'FRY3'],
  GP: ['FR', 'FRY1'],
  MF: ['FR', 'FRY1'],
  MQ: ['FR', 'FRY2'],
  RE: ['FR', 'FRY4'],
  YT: ['FR', 'FRY5'],
};

/**
 * Returns the state whose law applies in a country or in a part of a state, with the NUTS code of
 * that part.
 */
export function stateAndPartOf(country: string): { state: string; nuts: string | null } {
  const [state, nuts] = partsOfStates[country] ?? [country, null];
  return { state, nuts };
}

/** Returns the state that a code or a name stands for; null if it is unknown. */
function stateNamed(text: string): string | null {
  const country = normaliseCountry(text);
  return country === null ? null : stateAndPartOf(country).state;
}

/**
 * Returns the NUTS 2024 code of a region of an earlier edition. A region that was split maps to the
 * part with most of its people. A warning reports the change.
 */
function currentNuts(code: string, path: string, findings: Findings): string {
  const carried = carryNuts(code);
  if (carried === null) return code;
  const share =
    carried.share < 0.995 ? `, home to ${Math.round(carried.share * 100)} % of its people` : '';
  const message = `${code} is a region of an earlier edition of NUTS; read as ${carried.code} of NUTS 2024${share}.`;
  findings.warn('nuts-former', { path, value: code }, message);
  return carried.code;
}

/** Below the first level a code holds a digit, which tells it apart from words such as `PLOCK`. */
const nutsForm = /^[A-Z]{2}(?:[A-Z]|(?=.*\d)[A-Z0-9]{1,3})$/;

/** `NLD` is no region: it means the country itself. */
const isNuts = (code: string): boolean => nutsForm.test(code) && normaliseCountry(code) === null;

/** Returns whether a text, in any case, has the form of a NUTS code in that country. */
export function isNutsOf(text: string, country: string): boolean {
  const [code, within] = [text.toUpperCase(), stateNamed(country)];
  if (within === null || !isNuts(code)) return false;
  return code.startsWith(within) || code.startsWith(nutsPrefix[within] ?? within);
}

export function dropRegion(at: ReadValue, findings: Findings): void {
  findings.drop(
    'nuts-unreadable',
    at,
    'This is not a NUTS code, so it is left out. Write for example ES61.',
  );
}

/** Warns about a region of another country, which is kept (BR-COM-53). */
function doubtRegion(code: string, country: string, path: string, findings: Findings): void {
  if (code.startsWith(nutsPrefix[country] ?? country)) return;
  const message = `The region ${code} is not in ${country}. Correct the NUTS code or the country.`;
  findings.warn('nuts-of-another-country', { path, value: code }, message);
}

/**
 * Warns about work outside the states of free movement. It is kept, because the country may be a
 * mistake.
 */
export function doubtCountry(country: string, path: string, findings: Findings): void {
  if (isTierZeroCountry(country)) return;
  const message = `${country} is neither an EU or EEA state nor Switzerland, so nobody is matched with work there. Correct it if it is wrong.`;
  findings.warn('place-outside', { path, value: country }, message);
}

/**
 * Checks form and country, and converts the code to NUTS 2024; documents contain codes of 2013,
 * 2016, 2021 and 2024. The code of the country itself (`DE`, `DEU`) says nothing more.
 */
export function readNuts(
  raw: Pick<RawPlace, 'path' | 'nuts'>,
  country: string,
  findings: Findings,
): string | null {
  const written = raw.nuts?.trim().toUpperCase() ?? '';
  if (written === '' || written === 'NULL') return null;
  const at = { path: raw.path, value: raw.nuts };
  const [prefix, rest] = [written.slice(0, 2), written.slice(2)];
  const code = (nutsPrefix[prefix] ?? prefix) + rest;
  if (stateNamed(written) === country) return null;
  if (!isNuts(code)) {
    dropRegion(at, findings);
    return null;
  }
  doubtRegion(code, country, at.path, findings);
  return currentNuts(code, raw.path, findings);
}

function readPlace(raw: RawPlace, findings: Findings): Place | null {
  const named = normaliseCountry(raw.country ?? '');
  if (named === null) {
    const at = { path: raw.path, value: raw.country };
    findings.drop(
      'country-unknown',
      at,
      'The country of this place is missing or not recognised, so the place is left out. Write its ISO code, such as ES.',
    );
    return null;
  }
  const { city, postalCode } = raw;
  const { state: country, nuts: part } = stateAndPartOf(named);
  return { country, nuts: readNuts(raw, country, findings) ?? part, city, postalCode };
}

const isVague = ({ nuts, city, postalCode }: Place): boolean =>
  nuts === null && city === null && postalCode === null;

/** Returns a text that only this place has. */
const nameOf = ({ country, nuts, city, postalCode }: Place): string =>
  [country, nuts, city?.toLowerCase(), postalCode].join('|');

/**
 * Reads the places of work. Duplicates are left out, and so is a bare country next to a place in
 * it. A vacancy without any place is rejected, because no state's rules could be applied to it.
 */
export function readPlaces(raws: readonly RawPlace[], path: string, findings: Findings): Place[] {
  const places = new Map<string, Place>();
  const read = raws.flatMap((raw) => {
    const place = readPlace(raw, findings);
    return place === null ? [] : [{ place, path: raw.path }];
  });
  const exact = new Set(read.flatMap(({ place }) => (isVague(place) ? [] : place.country)));
  for (const { place, path: at } of read) {
    const value = [place.country, place.nuts, place.city].filter(Boolean).join(' ');
    const name = nameOf(place);
    if (places.has(name)) {
      findings.warn(
        'place-twice',
        { path: at, value },
        'This place is given twice, so the second is left out.',
      );
    } else if (isVague(place) && exact.has(place.country)) {
      findings.warn(
        'place-only-country',
        { path: at, value },
        'A more exact place in this country is given, so this one is left out.',
      );
    } else {
      doubtCountry(place.country, at, findings);
      places.set(name, place);
    }
  }
  if (places.size === 0)
    findings.reject(
      'place-missing',
      { path },
      'The vacancy has no place of work with its country. Add one, such as ES.',
    );
  return [...places.values()];
}
