import { AGE, type Wish } from './wish.ts';

/** Unlawful wishes in French. */
export const french: readonly Wish[] = [
  {
    language: 'fr',
    ground: 'sex',
    forms: [
      '(?<!sage[- ])(?:femmes?|hommes?) (?:uniquement|seulement|exclusivement|de préférence)',
      "(?:uniquement|seulement|exclusivement|réservée?s? aux?) (?:des |les )?(?:femmes?|hommes?)(?! d[e’'])",
      "(?:recherch(?:e|ons)|cherch(?:e|ons)) (?:une? |des )?(?:jeunes? )?(?:femmes?|hommes?|filles?|garçons?)(?! d[e’'])",
      'jeunes? (?:femmes?|hommes?|filles?) (?:recherchée?s?|souhaitée?s?|dynamiques?)',
    ],
  },
  {
    language: 'fr',
    ground: 'age',
    forms: [
      `(?:moins de|maximum) ${AGE} ans(?! d(?:e |['’]) ?(?:l['’])?(?:exp|anc))`,
      `(?:âgée?s? (?:de|entre)|entre) ${AGE} (?:et|à) ${AGE} ans`,
      `(?:âge maximum|âge maximal|limite d['’]âge)`,
      'jeunes (?:uniquement|seulement|exclusivement)',
    ],
  },
  {
    language: 'fr',
    ground: 'family',
    forms: [
      '(?:femmes?|mères?|hommes?|pères?) (?:avec|sans|ayant des) enfants?(?: à charge)?',
      '(?:être|personnes?|candidate?s?|femmes?|hommes?) (?:célibataires?|mariée?s?|divorcée?s?)',
      'sans (?:enfants?|charge de famille|charges familiales)',
      'non enceintes?',
    ],
  },
  {
    language: 'fr',
    ground: 'religion',
    forms: [
      '(?:musulman|chrétien|catholique|juif|juive|protestant)(?:ne)?s? (?:uniquement|seulement|exclusivement|de préférence)',
      '(?:sans|pas de) (?:voile|hijab|foulard)s?',
    ],
  },
  {
    language: 'fr',
    ground: 'origin',
    forms: [
      "pas d[’']étrangers?",
      '(?:français(?:e)?s? de souche|de type européen|de race blanche)',
      '(?:européen(?:ne)?|blanc(?:he)?|français(?:e)?)s? (?:uniquement|seulement|exclusivement)(?! (?:écrit|parlé))',
    ],
  },
];
