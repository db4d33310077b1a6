import { ageOfMajority } from './age-of-majority.rule.ts';
import { consent } from './consent.rule.ts';
import { domesticFirst } from './domestic-first.rule.ts';
import { labourMarketTest } from './labour-market-test.rule.ts';
import { language } from './language.rule.ts';
import { partnershipInForce } from './partnership-in-force.rule.ts';
import { preferenceWindow } from './preference-window.rule.ts';
import { pressedSectorOfPerson, pressedSectorOfVacancy } from './pressed-sector.rule.ts';
import { quotaLeft } from './quota-left.rule.ts';
import type { Rule } from './rule.ts';
import { safeguardList } from './safeguard-list.rule.ts';
import { vacancyOpen } from './vacancy-open.rule.ts';

/** The version of the rules, stored with every match. Raise it if the meaning of a rule changes. */
export const RULES_VERSION = '2026-11-30.3';

/** Every gate, in the order in which results are listed. All are checked; none is skipped. */
export const rules: readonly Rule[] = [
  vacancyOpen,
  consent,
  ageOfMajority,
  pressedSectorOfVacancy,
  pressedSectorOfPerson,
  safeguardList,
  partnershipInForce,
  labourMarketTest,
  preferenceWindow,
  domesticFirst,
  quotaLeft,
  language,
];
