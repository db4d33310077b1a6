import { known, type Part, unknown } from './part.ts';

/** How far the person's levels reach those asked, required and wished alike. */
export const languages: Part = ({ requiredLanguages, wishedLanguages }, candidate) => {
  const asked = [...requiredLanguages, ...wishedLanguages];
  if (asked.length === 0) return unknown('vacancy', 'no language asked');
  if (candidate.languages.length === 0) return unknown('person', 'no languages on record');
  const rankIn = (code: string): number =>
    candidate.languages.find((language) => language.code === code)?.rank ?? 0;
  const reached = asked.map(({ code, rank }) => reachOf(rankIn(code), rank));
  const value = reached.reduce((sum, share) => sum + share, 0) / asked.length;
  const lacks = asked.filter((_, at) => reached[at] !== 1);
  const met = asked.length - lacks.length;
  return known(
    value,
    `${met} of ${asked.length} languages`,
    lacks.map(({ code, rank }) => `${code}:${rank}`),
  );
};

/** How far a level reaches the one asked, 0 to 1; CEFR ranks, 0 for none. */
export function reachOf(own: number, asked: number): number {
  return Math.min(1, own / asked);
}
