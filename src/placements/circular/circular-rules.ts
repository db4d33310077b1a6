import type { PermitCategory } from '../../vacancies/formats/vacancy-draft.ts';
import type { RecordKind } from '../steps/steps.dto.ts';
import type { StayLimit } from './maximum-stay.ts';

/** What a state asks of people who come, go home and come again, for one category of permits. */
export interface CircularRule {
  /** ISO 3166-1 alpha-2; null: every state that has no rule of its own. */
  state: string | null;
  permitCategory: PermitCategory;
  stay: StayLimit;
  /** For how many years one permit allows yearly call-ups; null: each year has its own. */
  permitYears: number | null;
  /** What is on record before the ministry confirms a contract. */
  conditions: readonly RecordKind[];
  citation: string;
  /** verified: read in a public source; recalled: to be confirmed by the ministry. */
  certainty: 'verified' | 'recalled';
  validFrom: string;
  validUntil: string | null;
}

const DIRECTIVE = 'Directive 2014/36/EU';
const seasonal = { permitCategory: 'seasonal', validUntil: null } as const;
const conditions = ['accommodation', 'travel', 'insurance', 'return-undertaking'] as const;

/** Months in parts are counted as the longest that so many months can be: no reading is stricter. */
const nineInTwelve: StayLimit = { months: 9, days: 276, withinMonths: 12 };
const sixInTwelve: StayLimit = { months: 6, days: 184, withinMonths: 12 };
const fiveInTwelve: StayLimit = { months: 5, days: 153, withinMonths: 12 };

/** Dated, cited and editable. A state without an entry has the shortest stay the directive allows. */
export const circularRules: readonly CircularRule[] = [
  {
    ...seasonal,
    state: 'ES',
    stay: nineInTwelve,
    permitYears: 4,
    conditions,
    citation:
      'Real Decreto 1155/2024 and the yearly order on collective management of hiring (GECCO)',
    certainty: 'recalled',
    validFrom: '2025-05-20',
  },
  {
    ...seasonal,
    state: 'FR',
    stay: sixInTwelve,
    permitYears: 3,
    conditions: ['accommodation', 'insurance', 'return-undertaking'],
    citation: 'CESEDA L.421-34, travailleur saisonnier',
    certainty: 'recalled',
    validFrom: '2021-05-01',
  },
  {
    ...seasonal,
    state: 'IT',
    stay: nineInTwelve,
    permitYears: 3,
    conditions: ['accommodation', 'insurance'],
    citation: 'Testo unico immigrazione Art. 24',
    certainty: 'recalled',
    validFrom: '2016-11-24',
  },
  {
    ...seasonal,
    state: null,
    stay: fiveInTwelve,
    permitYears: null,
    conditions: ['accommodation', 'insurance'],
    citation: `${DIRECTIVE} Art. 14 (5 to 9 months in any 12), precautionary: the shortest`,
    certainty: 'recalled',
    validFrom: '2016-09-30',
  },
];

/** The rule of a state on a date, or that for all others; null for categories that are not circular. */
export function findCircularRule(
  state: string,
  permitCategory: string,
  on: string,
): CircularRule | null {
  const inForce = circularRules.filter(
    (rule) =>
      rule.permitCategory === permitCategory &&
      rule.validFrom <= on &&
      (rule.validUntil === null || on <= rule.validUntil),
  );
  const own = inForce.find((rule) => rule.state === state);
  return own ?? inForce.find((rule) => rule.state === null) ?? null;
}
