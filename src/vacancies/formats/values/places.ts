import { isTierZeroCountry, normaliseCountry } from '../../../reference/countries/countries.ts';
import { carryNuts } from '../../../reference/nuts/nuts.ts';
import type { Findings, ReadValue } from './findings.ts';
import type { Place } from '../vacancy-draft.ts';

/** A place as written. */
export interface RawPlace {
  path: string;
  country: string | null;
  nuts: string | null;
  city: string | null;
  postalCode: string | null;
}

/** NUTS writes two countries otherwise than ISO 3166, and has parts of states under their state. */
const nutsPrefix: Record<string, string> = {
  ...{ GR: 'EL', GB: 'UK', AX: 'FI' },
  ...{ GF: 'FR', GP: 'FR', MF: 'FR', MQ: 'FR', RE: 'FR', YT: 'FR' },
};

/**
 * A region of an earlier edition as it is called today. One that was split goes to the part where most
 * of its people live.
 */
export function currentNuts(code: string, path: string, findings: Findings): string {
  const carried = carryNuts(code);
  if (carried === null) return code;
  const share =
    carried.share < 0.995 ? `, where ${Math.round(carried.share * 100)} % of it live` : '';
  const message = `${code} is a region of an earlier edition; read as ${carried.code} of NUTS 2024${share}.`;
  findings.warn('nuts-former', { path, value: code }, message);
  return carried.code;
}

/** Codes below the first level hold a digit, which tells them from words such as `PLOCK`. */
const nutsForm = /^[A-Z]{2}(?:[A-Z]|(?=.*\d)[A-Z0-9]{1,3})$/;

/** Whether a text has the form of a code of a region in that country, written in any way; `NLD` is the country itself. */
export function isNutsOf(text: string, country: string): boolean {
  const [code, within] = [text.toUpperCase(), normaliseCountry(country)];
  if (within === null || !nutsForm.test(code) || normaliseCountry(code) !== null) return false;
  return code.startsWith(within) || code.startsWith(nutsPrefix[within] ?? within);
}

export function dropRegion(at: ReadValue, findings: Findings): void {
  findings.drop('nuts-unreadable', at, 'This is no NUTS code; it is left out.');
}

/** A code of another country is kept (BR-COM-53). */
export function doubtRegion(code: string, country: string, path: string, findings: Findings): void {
  if (code.startsWith(nutsPrefix[country] ?? country)) return;
  const message = `The region ${code} does not lie in ${country}.`;
  findings.warn('nuts-of-another-country', { path, value: code }, message);
}

/** Work outside of the states of free movement is kept: its country may have been mistaken for another. */
export function doubtCountry(country: string, path: string, findings: Findings): void {
  if (isTierZeroCountry(country)) return;
  const message = `${country} is no state of the Union, of the EEA, nor Switzerland: nobody is matched with work there.`;
  findings.warn('place-outside', { path, value: country }, message);
}

/**
 * The shape and the country are checked: documents carry codes of 2013, 2016, 2021 and 2024, which
 * are all carried to the last.
 */
function readNuts(raw: RawPlace, country: string, findings: Findings): string | null {
  const written = raw.nuts?.trim().toUpperCase() ?? '';
  if (written === '' || written === 'NULL') return null;
  const at = { path: raw.path, value: raw.nuts };
  const [prefix, rest] = [written.slice(0, 2), written.slice(2)];
  const code = (nutsPrefix[prefix] ?? prefix) + rest;
  if (!/^[A-Z]{2}[A-Z0-9]{0,3}$/.test(code)) {
    dropRegion(at, findings);
    return null;
  }
  if (rest === '') return null;
  doubtRegion(code, country, at.path, findings);
  return currentNuts(code, raw.path, findings);
}

function readPlace(raw: RawPlace, findings: Findings): Place | null {
  const country = raw.country === null ? null : normaliseCountry(raw.country);
  if (country === null) {
    const at = { path: raw.path, value: raw.country };
    findings.drop('country-unknown', at, 'A place needs its country; this place is left out.');
    return null;
  }
  const { city, postalCode } = raw;
  return { country, nuts: readNuts(raw, country, findings), city, postalCode };
}

const isVague = ({ nuts, city, postalCode }: Place): boolean =>
  nuts === null && city === null && postalCode === null;

function isSame(a: Place, b: Place): boolean {
  const key = (place: Place): string =>
    [place.country, place.nuts, place.city?.toLowerCase(), place.postalCode].join('|');
  return key(a) === key(b);
}

/**
 * The places of work. Doubles, and a country alone beside a place in it, are left out.
 * Without any place the vacancy is rejected: no rule of any state could be applied to it.
 */
export function readPlaces(raws: readonly RawPlace[], path: string, findings: Findings): Place[] {
  const places: Place[] = [];
  const read = raws.flatMap((raw) => {
    const place = readPlace(raw, findings);
    return place === null ? [] : [{ place, path: raw.path }];
  });
  for (const { place, path: at } of read) {
    const value = [place.country, place.nuts, place.city].filter(Boolean).join(' ');
    const exact = read.some(
      ({ place: other }) => other.country === place.country && !isVague(other),
    );
    if (places.some((other) => isSame(place, other))) {
      findings.warn('place-twice', { path: at, value }, 'The same place again; it is left out.');
    } else if (isVague(place) && exact) {
      findings.warn(
        'place-only-country',
        { path: at, value },
        'An exact place stands beside it; it is left out.',
      );
    } else {
      doubtCountry(place.country, at, findings);
      places.push(place);
    }
  }
  if (places.length === 0)
    findings.reject('place-missing', { path }, 'A vacancy needs a place with its country.');
  return places;
}
