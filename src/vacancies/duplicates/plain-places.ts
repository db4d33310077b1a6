import { foldWords } from '../../reference/fold-words.ts';
import type { Found } from './opening.ts';

/** Each place of work in all the ways that it may be told: region of NUTS 3, town, postal code. */
export function plainPlaces({ locations }: Pick<Found, 'locations'>): string[] {
  const places = locations.flatMap(({ country, nuts, city, postalCode }) => [
    ...(nuts?.length === 5 ? [`${country} ${nuts}`] : []),
    ...(city ? [`${country} ${foldWords(city)}`] : []),
    ...(postalCode ? [`${country} ${postalCode.replace(/\W/g, '')}`] : []),
  ]);
  return [...new Set(places)];
}
