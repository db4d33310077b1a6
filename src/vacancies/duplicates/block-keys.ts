import { plainEmployer } from './employer-name.ts';
import { plainPlaces } from './plain-places.ts';
import { type Found, issuedBy } from './opening.ts';

/**
 * Only vacancies that have one of these in common are compared: the document, the employer with the
 * kind of work, or the place with the work itself.
 */
export function blockKeysOf(vacancy: Found): string[] {
  const { isco, employerLegalId } = vacancy;
  const employer = plainEmployer(vacancy.employerName);
  const document = issuedBy(vacancy);
  const kinds = isco.map((code) => code.slice(0, 3));
  return [
    ...new Set([
      ...(document === null ? [] : [`document ${document}`]),
      ...(employer === '' ? [] : kinds.map((kind) => `employer ${employer} ${kind}`)),
      ...(employerLegalId === null ? [] : kinds.map((kind) => `legal ${employerLegalId} ${kind}`)),
      ...plainPlaces(vacancy).flatMap((place) => isco.map((code) => `place ${place} ${code}`)),
    ]),
  ];
}
