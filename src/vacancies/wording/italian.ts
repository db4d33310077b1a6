import { AGE, type Wish } from './wish.ts';

/** Unlawful wishes in Italian. */
export const italian: readonly Wish[] = [
  {
    language: 'it',
    ground: 'sex',
    forms: [
      '(?:solo|soltanto|esclusivamente|preferibilmente) (?:per )?(?:donn[ae]|uomo|uomini|ragazz[aei]|signorin[ae])',
      '(?:donn[ae]|uomo|uomini|ragazz[aei]) (?:soltanto|esclusivamente)',
      '(?:cercasi|cerchiamo|si cerca(?:no)?) (?:una? |delle |dei )?(?:giovani? )?(?:donn[ae]|uomo|uomini|ragazz[aei]|signorin[ae])(?! delle pulizie)',
    ],
  },
  {
    language: 'it',
    ground: 'age',
    forms: [
      `(?:massimo|non oltre i|fino a|meno di) ${AGE} anni(?! di (?:esp|anz))`,
      `(?:tra|fra) (?:i )?${AGE} e (?:i )?${AGE} anni`,
      'età (?:massima|non superiore|compresa)',
    ],
  },
  {
    language: 'it',
    ground: 'family',
    forms: [
      '(?:donn[ae]|madr[ei]|uomini) (?:con|senza) figli(?: a carico)?',
      'senza (?:figli|carichi familiari)',
      '(?:nubil[ei]|celib[ei])',
      'non (?:in gravidanza|incinta)',
    ],
  },
  {
    language: 'it',
    ground: 'religion',
    forms: [
      '(?:solo|esclusivamente) (?:cristian|musulman|cattolic|ebre)[oaie]',
      'senza (?:velo|hijab)',
    ],
  },
  {
    language: 'it',
    ground: 'origin',
    forms: [
      '(?:no|astenersi|niente) (?:stranier[ie]|immigrati|extracomunitari)',
      '(?:solo|esclusivamente) (?:italian[ie]|europe[ie]|bianch[ie])',
    ],
  },
];
