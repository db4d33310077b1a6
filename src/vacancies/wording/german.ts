import { AGE, type Wish } from './wish.ts';

/** Unlawful wishes in German. */
export const german: readonly Wish[] = [
  {
    language: 'de',
    ground: 'sex',
    forms: [
      '(?:nur|ausschließlich|vorzugsweise) (?:für )?(?:eine |einen )?(?:frau(?:en)?|männer|mann|damen?|herren)',
      '(?:nur|ausschließlich) (?:weibliche|männliche)[nrs]?',
      '(?<!männliche[nr]? (?:und|oder) )(?:weibliche|männliche)[nrs]? (?:bewerber(?:in)?(?:nen)?|kandidat(?:in)?(?:nen|en)?)',
      'junge (?:frau|dame|männer|damen)',
      'junge[rn] mann',
    ],
  },
  {
    language: 'de',
    ground: 'age',
    forms: [
      `(?:nicht älter als|jünger als|maximal|höchstens) ${AGE} (?:jahre(?: alt)?)(?! (?:beruf|erfahr))`,
      `(?:zwischen|von) ${AGE} (?:und|bis) ${AGE} jahren?(?! (?:beruf|erfahr))`,
      'höchstalter',
      `unter ${AGE} jahren`,
    ],
  },
  {
    language: 'de',
    ground: 'family',
    forms: [
      '(?:frauen|mütter|männer|väter|bewerber(?:innen)?) (?:mit|ohne) (?:kleinen )?kinder[n]?',
      '(?:ohne kinder|kinderlos(?:e|er|en)?)',
      '(?:alleinstehend|ledig)(?:e|er|en)? (?:bewerber(?:in)?(?:nen)?|person(?:en)?|frau(?:en)?|mann|männer)',
      'nicht schwanger',
    ],
  },
  {
    language: 'de',
    ground: 'religion',
    forms: [
      '(?:nur|ausschließlich) (?:christ|muslim|katholik|protestant|jude)(?:en|e|innen)?',
      '(?:ohne|kein) kopftuch',
    ],
  },
  {
    language: 'de',
    ground: 'origin',
    forms: [
      'keine (?:ausländer|migranten)(?:innen)?',
      '(?:nur|ausschließlich) (?:deutsche|europäer)(?! (?:sprach|schrift))(?:innen|r|n)?',
      'ohne migrationshintergrund',
      'deutscher herkunft',
    ],
  },
];
