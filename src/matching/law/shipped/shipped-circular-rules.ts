import type { StayCondition } from '../parameters/circular-parameters.ts';
import type { LawRule, PlacementLawKind } from '../law-rule.ts';

const recalled = { region: null, certainty: 'recalled', validUntil: null } as const;
const basics: StayCondition[] = ['accommodation', 'insurance'];

/**
 * `days` is the longest that so many months can be, so that the limit in days is never stricter
 * than the one in months.
 */
const nineInTwelve = {
  permitCategory: 'seasonal',
  months: 9,
  days: 276,
  withinMonths: 12,
} as const;
const sixInTwelve = { permitCategory: 'seasonal', months: 6, days: 184, withinMonths: 12 } as const;
const fiveInTwelve = {
  permitCategory: 'seasonal',
  months: 5,
  days: 153,
  withinMonths: 12,
} as const;

/**
 * The rules of circular migration that come with the software. A state without a rule of its own
 * has the shortest stay that the directive allows, until its ministry records one.
 */
export const shippedCircularRules: readonly LawRule<PlacementLawKind>[] = [
  {
    ...recalled,
    code: 'circular-stay.es-seasonal',
    kind: 'circular-stay',
    state: 'ES',
    citation:
      'Real Decreto 1155/2024 and the yearly order on collective management of hiring (GECCO)',
    validFrom: '2025-05-20',
    parameters: {
      ...nineInTwelve,
      permitYears: 4,
      conditions: ['accommodation', 'travel', 'insurance', 'return-undertaking'],
    },
  },
  {
    ...recalled,
    code: 'circular-stay.fr-seasonal',
    kind: 'circular-stay',
    state: 'FR',
    citation: 'CESEDA L.421-34, travailleur saisonnier',
    validFrom: '2021-05-01',
    parameters: { ...sixInTwelve, permitYears: 3, conditions: [...basics, 'return-undertaking'] },
  },
  {
    ...recalled,
    code: 'circular-stay.it-seasonal',
    kind: 'circular-stay',
    state: 'IT',
    citation: 'Testo unico immigrazione Art. 24',
    validFrom: '2016-11-24',
    parameters: { ...nineInTwelve, permitYears: 3, conditions: basics },
  },
  {
    ...recalled,
    code: 'circular-stay.eu-seasonal',
    kind: 'circular-stay',
    state: null,
    citation: 'Directive 2014/36/EU Art. 14 (5 to 9 months in any 12), precautionary: the shortest',
    validFrom: '2016-09-30',
    parameters: { ...fiveInTwelve, permitYears: null, conditions: basics },
  },
  {
    // The communication proposes two to three years for circular migrants.
    code: 'residence-absence.eu',
    kind: 'residence-absence',
    state: null,
    region: null,
    citation: 'Directive 2003/109/EC Art. 9(1)(c)',
    certainty: 'verified',
    validFrom: '2006-01-23',
    validUntil: null,
    parameters: { months: 12 },
  },
];
