import { foldWords } from '../../reference/fold-words.ts';
import type { Found } from './opening.ts';

/** Returns each place of work in all its forms: NUTS 3 region, town and postal code. */
export function plainPlaces({ locations }: Pick<Found, 'locations'>): string[] {
  const places = locations.flatMap(({ country, nuts, city, postalCode }) => [
    ...(nuts?.length === 5 ? [`${country} ${nuts}`] : []),
    ...(city ? [`${country} ${foldWords(city)}`] : []),
    ...(postalCode ? [`${country} ${postalCode.replace(/\W/g, '')}`] : []),
  ]);
  return [...new Set(places)];
}
