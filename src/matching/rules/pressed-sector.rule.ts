import { countryName } from '../../reference/countries/countries.ts';
import type { Facts, PressedSectorFact } from '../facts.ts';
import {
  forbiddingSectors,
  isExempt,
  isReopened,
  type Lying,
  lyingOfHome,
  lyingOfPerson,
  lyingOfVacancy,
  sectorName,
} from './pressed-sector-scope.ts';
import { exclude, pass, type Reason, type Result, type Rule } from './rule.ts';
import { assignTier, isDomestic } from './tiers.ts';

const basis = 'COM(2007) 248, sectors under pressure named by the partner country';

/** Holds back a candidate if the work lies in a sector that their country named as pressed. */
export const pressedSectorOfVacancy: Rule = {
  code: 'pressed-sector-of-vacancy',
  basis,
  check: (facts) => judge(facts, (sector) => lyingOfVacancy(sector, facts.vacancy)),
};

/** Holds back a candidate who works or trained in a sector that their country named as pressed. */
export const pressedSectorOfPerson: Rule = {
  code: 'pressed-sector-of-person',
  basis,
  check: (facts) => judge(facts, (sector) => lyingOfPerson(sector, facts.candidate)),
};

function judge(facts: Facts, lyingIn: (sector: PressedSectorFact) => Lying): Result {
  const { pressedSectors } = facts.state;
  if (isDomestic(assignTier(facts))) return pass('not-subject-to-pressed-sectors');
  const all = forbiddingSectors(pressedSectors, facts.candidate).flatMap((sector) => {
    const lying = lyingIn(sector);
    return lying === 'outside' ? [] : [{ sector, lying }];
  });
  const isOpen = (sector: PressedSectorFact): boolean =>
    isReopened(sector) || isExempt(sector, facts);
  const isAtHome = (sector: PressedSectorFact): boolean =>
    lyingOfHome(sector, facts.candidate) === 'inside';
  const closed = all.filter(({ sector }) => !isOpen(sector));
  const inside = closed.filter(({ lying }) => lying === 'inside');
  const found = inside.find(({ sector }) => isAtHome(sector)) ?? inside[0] ?? closed[0] ?? all[0];
  if (!found) return pass('no-pressed-sector');
  const { sector, lying } = found;
  if (isReopened(sector)) return pass('sector-reopened', paramsOf(sector));
  if (isExempt(sector, facts)) return pass('circular-exemption', paramsOf(sector));
  if (lying === 'perhaps') return exclude('sector-not-ruled-out', paramsOf(sector));
  return exclude(isAtHome(sector) ? refusalOf(sector) : 'region-not-ruled-out', paramsOf(sector));
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
