import { countryName } from '../../reference/countries/countries.ts';
import type { Facts, PressedSectorFact } from '../facts.ts';
import {
  coversPerson,
  coversVacancy,
  forbiddingSectors,
  isExempt,
  isReopened,
  sectorName,
} from './pressed-sector-scope.ts';
import { exclude, pass, type Reason, type Result, type Rule } from './rule.ts';
import { assignTier, isDomestic } from './tiers.ts';

const basis = 'COM(2007) 248, sectors under pressure named by the partner country';

/** Holds back a candidate if the work lies in a sector that their country named as pressed. */
export const pressedSectorOfVacancy: Rule = {
  code: 'pressed-sector-of-vacancy',
  basis,
  check: (facts) => judge(facts, (sector) => coversVacancy(sector, facts.vacancy)),
};

/** Holds back a candidate who works or trained in a sector that their country named as pressed. */
export const pressedSectorOfPerson: Rule = {
  code: 'pressed-sector-of-person',
  basis,
  check: (facts) => judge(facts, (sector) => coversPerson(sector, facts.candidate)),
};

function judge(facts: Facts, covers: (sector: PressedSectorFact) => boolean): Result {
  const { pressedSectors } = facts.state;
  if (isDomestic(assignTier(facts))) return pass('not-subject-to-pressed-sectors');
  const all = forbiddingSectors(pressedSectors, facts.candidate).filter(covers);
  const found = all.find((sector) => !isReopened(sector) && !isExempt(sector, facts)) ?? all[0];
  if (!found) return pass('no-pressed-sector');
  if (isReopened(found)) return pass('sector-reopened', paramsOf(found));
  if (isExempt(found, facts)) return pass('circular-exemption', paramsOf(found));
  return exclude(refusalOf(found), paramsOf(found));
}

/**
 * Returns the reason. Matching is active recruitment; direct applications stay possible unless the
 * country closes them too.
 */
function refusalOf({ source, effects, exceptionLeft }: PressedSectorFact): string {
  if (source === 'cap') return 'outflow-cap-reached';
  if (exceptionLeft !== null) return 'exception-used-up';
  return effects.includes('no-direct-application') ? 'pressed-sector-closed' : 'pressed-sector';
}

function paramsOf(sector: PressedSectorFact): Reason['params'] {
  const { partnerCountry, reason, startsOn: since } = sector;
  return { country: countryName(partnerCountry), sector: sectorName(sector), reason, since };
}
