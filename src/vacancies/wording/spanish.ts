import { AGE, type Wish } from './wish.ts';

/** Unlawful wishes in Spanish. */
export const spanish: readonly Wish[] = [
  {
    language: 'es',
    ground: 'sex',
    forms: [
      '(?:s[oó]lo|solamente|únicamente|exclusivamente|preferiblemente) (?:para )?(?:mujer(?:es)?|hombres?|chicas?|chicos?|señoritas?)',
      '(?:mujer(?:es)?|hombres?|chicas?|chicos?) (?:s[oó]lo|solamente|únicamente|exclusivamente|preferentemente)',
      '(?:se buscan?|buscamos|se necesitan?|se precisan?) (?:una? )?(?:mujer(?:es)?|hombres?|chicas?|chicos?|señoritas?)',
      'mujer(?:es)? joven(?:es)?',
    ],
  },
  {
    language: 'es',
    ground: 'age',
    forms: [
      `(?:menor(?:es)? de|no mayor(?:es)? de|hasta) ${AGE} años(?! de (?:exp|ant))`,
      `entre (?:los )?${AGE} y (?:los )?${AGE} años`,
      'edad (?:máxima|límite)',
    ],
  },
  {
    language: 'es',
    ground: 'family',
    forms: [
      '(?:mujer(?:es)?|madres?|hombres?) (?:con|sin) (?:hijos|niños|cargas familiares|familiares a cargo)(?: menores)?(?: a cargo| a su cargo)?',
      'sin (?:hijos|cargas familiares)',
      '(?:ser|estar|personas?|candidat[oa]s?) (?:solter|casad|divorciad)[oa]s?',
      'no (?:estar )?embarazadas?',
    ],
  },
  {
    language: 'es',
    ground: 'religion',
    forms: [
      '(?:s[oó]lo|únicamente|exclusivamente) (?:cristian|musulman|católic|judí)(?:o|a|e)?s?',
      'sin (?:velo|hiyab)',
    ],
  },
  {
    language: 'es',
    ground: 'origin',
    forms: [
      '(?:no (?:se admiten )?|abstenerse )(?:extranjer|inmigrante|gitan)[oa]?s?',
      '(?:s[oó]lo|únicamente|exclusivamente) (?:español(?:es|as)|europe[oa]s|blanc[oa]s|marroquíes)',
    ],
  },
];
