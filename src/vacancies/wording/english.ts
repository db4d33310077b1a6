import { AGE, type Wish } from './wish.ts';

/** Unlawful wishes in English. */
export const english: readonly Wish[] = [
  {
    language: 'en',
    ground: 'sex',
    forms: [
      '(?:wom[ae]n|m[ae]n|females?|males?|girls?|boys?|ladies|gentlemen) (?:only|preferred|wanted)',
      '(?:only|preferably|exclusively) (?:for )?(?:wom[ae]n|m[ae]n|females?|males?|girls|boys|ladies)',
      '(?:must be|looking for|seeking) (?:an? )?(?:young )?(?:wom[ae]n|m[ae]n|females?|males?|girls?|boys?|lady|ladies)',
      '(?<!\\b(?:male|men) (?:and|or) )(?:female|male) (?:candidates?|applicants?)(?! (?:and|or) (?:fe)?male)',
    ],
  },
  {
    language: 'en',
    ground: 'age',
    forms: [
      `(?:under|below|younger than|not older than|no older than) ${AGE} years(?: old| of age)`,
      `(?:maximum|max\\.?) age(?: of| is|:)? ${AGE}`,
      `(?:aged?|between) ${AGE} (?:to|and|-|–) ${AGE}(?: years(?: old| of age))`,
      `aged ${AGE} (?:to|and|-|–) ${AGE}`,
      'young (?:people|persons?|candidates?|applicants?) (?:only|preferred|wanted)',
    ],
  },
  {
    language: 'en',
    ground: 'family',
    forms: [
      '(?:wom[ae]n|mothers?|m[ae]n|fathers?|candidates?|applicants?|people) with(?:out)? (?:dependent |small |young )?(?:children|kids|dependants)',
      '(?:must be|only|preferably) (?:single|unmarried|married|divorced)',
      '(?:single|unmarried|married) (?:wom[ae]n|m[ae]n|candidates?|applicants?|persons?)',
      '(?:not|non-?) ?pregnant',
    ],
  },
  {
    language: 'en',
    ground: 'religion',
    forms: [
      '(?:christians?|muslims?|catholics?|protestants?|jews|jewish|hindus?|buddhists?)(?: candidates?| applicants?)? (?:only|preferred|wanted)',
      '(?:no|only) (?:christians|muslims|catholics|protestants|jews|hindus|buddhists)',
      '(?:no|without) (?:hijabs?|head ?scar(?:f|ves)|veils?)',
    ],
  },
  {
    language: 'en',
    ground: 'origin',
    forms: [
      'no (?:foreigners|immigrants|migrants|gypsies)',
      '(?:white|black|caucasian|asian) (?:candidates?|applicants?|persons?|people|workers?)',
      '(?:only|exclusively) (?:white|black|caucasian|asian|european)s?',
    ],
  },
];
