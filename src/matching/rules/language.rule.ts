import { languageName } from '../../reference/languages/languages.ts';
import { cefrLevels } from '../../reference/languages/cefr.ts';
import type { CandidateFacts, LanguageFact } from '../facts.ts';
import { exclude, pass, type Rule } from './rule.ts';

const paramsOf = ({ code, rank }: LanguageFact): { language: string; level: string } => ({
  language: languageName(code),
  level: cefrLevels[rank - 1] ?? 'A1',
});

function rankIn(candidate: CandidateFacts, code: string): number {
  const own = candidate.languages.find((language) => language.code === code);
  return own?.rank ?? 0;
}

/** Requires the languages that the vacancy demands. Languages only wished for are scored. */
export const language: Rule = {
  code: 'language',
  basis: 'Regulation (EU) 492/2011 Art. 3(1), linguistic knowledge required by the post',
  check: ({ vacancy, candidate }) => {
    if (vacancy.requiredLanguages.length === 0) return pass('no-language-required');
    if (candidate.languages.length === 0) return exclude('languages-missing');
    const lacking = vacancy.requiredLanguages.find(
      ({ code, rank }) => rankIn(candidate, code) < rank,
    );
    if (!lacking) return pass('languages-sufficient');
    const own = rankIn(candidate, lacking.code);
    return own === 0
      ? exclude('language-absent', paramsOf(lacking))
      : exclude('language-too-low', { ...paramsOf(lacking), own: cefrLevels[own - 1] ?? '' });
  },
};
