import { missing, type Part } from './part.ts';

/** How far the person's levels reach those asked, required and wished alike. */
export const languages: Part = ({ requiredLanguages, wishedLanguages }, candidate) => {
  const asked = [...requiredLanguages, ...wishedLanguages];
  if (asked.length === 0) return missing('no language asked');
  if (candidate.languages.length === 0) return missing('no languages on record');
  const reached = asked.map(({ code, rank }) => {
    const own = candidate.languages.find((language) => language.code === code)?.rank ?? 0;
    return Math.min(1, own / rank);
  });
  const value = reached.reduce((sum, share) => sum + share, 0) / asked.length;
  const detail = `${reached.filter((share) => share === 1).length} of ${asked.length} languages`;
  return { value, detail };
};
