import { plainEmployer } from './employer-name.ts';
import { plainPlaces } from './plain-places.ts';
import { plainTitles } from './plain-titles.ts';
import { type Found, issuedBy } from './opening.ts';

/**
 * Returns the keys of a vacancy; only vacancies that share one are compared. They are the document,
 * the employer with the kind of work, the place with the occupation, and employer and place with
 * the words of the title. The last one exists because a large employer in one city has too many
 * vacancies under the others.
 */
export function blockKeysOf(vacancy: Found): string[] {
  const { isco, employerLegalId } = vacancy;
  const employer = plainEmployer(vacancy.employerName);
  const document = issuedBy(vacancy);
  const kinds = isco.map((code) => code.slice(0, 3));
  const places = plainPlaces(vacancy);
  const titles = [...plainTitles(vacancy).values()].filter((title) => title !== '');
  const posts = places.flatMap((place) =>
    titles.map((title) => `post ${JSON.stringify([employer, place, title])}`),
  );
  return [
    ...new Set([
      ...(document === null ? [] : [`document ${document}`]),
      ...(employer === '' ? [] : kinds.map((kind) => `employer ${employer} ${kind}`)),
      ...(employer === '' ? [] : posts),
      ...(employerLegalId === null ? [] : kinds.map((kind) => `legal ${employerLegalId} ${kind}`)),
      ...places.flatMap((place) => isco.map((code) => `place ${place} ${code}`)),
    ]),
  ];
}
