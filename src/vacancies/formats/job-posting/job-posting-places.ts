import {
  asText,
  each,
  isObject,
  type JsonObject,
  textAt,
  textIn,
} from '../../../platform/formats/json/json-values.ts';
import type { Findings } from '../../../platform/formats/findings.ts';
import { dropRegion, isNutsOf, type RawPlace, readPlaces } from '../values/places.ts';
import type { Place } from '../vacancy-draft.ts';
import { nameOf, textOrAt } from './job-posting-values.ts';

/** Reads the places of work or, if the work is remote and has none, the countries it is open to. */
export function readJobPlaces(job: JsonObject, findings: Findings): Place[] {
  const raws = each(job, 'jobLocation').flatMap((location, index) => {
    const path = `/jobLocation/${index}/address`;
    const isPlace = isObject(location) && 'address' in location;
    const addresses = isPlace ? each(location, 'address') : [location];
    return addresses.flatMap((address) => placesAt(address, path, findings));
  });
  const remote = each(job, 'applicantLocationRequirements').map((area, index) => {
    const path = `/applicantLocationRequirements/${index}/name`;
    return placeIn(textIn(area, 'name') ?? '', path);
  });
  return readPlaces(raws.length > 0 ? raws : remote, '/jobLocation', findings);
}

/** Reads a text that ends with its country, as `Bavaria, DE`. Of a longer one the town is unclear. */
function placeIn(text: string, path: string): RawPlace {
  const parts = text.split(',').map((part) => part.trim());
  const [first = '', ...rest] = parts;
  const city = rest.length === 1 && !/\d/.test(first) ? nameOf(first) : null;
  return { path, country: parts.at(-1) ?? null, nuts: null, city, postalCode: null };
}

/**
 * Reads an address, which names one or several towns; a text ends with its country. A region is
 * read as a NUTS code, or else takes the place of a missing town.
 */
function placesAt(address: unknown, below: string, findings: Findings): RawPlace[] {
  const path = `${below}/addressCountry`;
  if (!isObject(address)) return [placeIn(String(address), path)];
  const country = textOrAt(address, 'addressCountry', 'name');
  if (country === null && 'name' in address) return [placeIn(textAt(address, 'name') ?? '', path)];
  const region = textOrAt(address, 'addressRegion', 'name');
  const nuts = region !== null && isNutsOf(region, country ?? '') ? region : null;
  const towns = each(address, 'addressLocality').map(asText);
  const cities = (towns.length > 0 ? towns : [nuts === null ? region : null]).map(nameOf);
  if (region !== null && nuts === null && towns.length > 0)
    dropRegion({ path: `${below}/addressRegion`, value: region }, findings);
  const postalCode = textAt(address, 'postalCode');
  return cities.map((city) => ({ path, country, nuts, city, postalCode }));
}
