import { countryName } from '../../reference/countries/countries.ts';
import type { Facts, PressedSectorFact } from '../facts.ts';
import { coversPerson, coversVacancy, forbiddingSectors } from './pressed-sector-scope.ts';
import { exclude, pass, type Result, type Rule } from './rule.ts';
import { assignTier, isDomestic } from './tiers.ts';

const basis = 'COM(2007) 248, sectors under pressure named by the partner country';

/** The work offered lies in a sector that the person's country named as pressed. */
export const pressedSectorOfVacancy: Rule = {
  code: 'pressed-sector-of-vacancy',
  basis,
  check: (facts) => judge(facts, (sector) => coversVacancy(sector, facts.vacancy)),
};

/** The person works or trained in a sector that their country named as pressed. */
export const pressedSectorOfPerson: Rule = {
  code: 'pressed-sector-of-person',
  basis,
  check: (facts) => judge(facts, (sector) => coversPerson(sector, facts.candidate)),
};

function judge(facts: Facts, covers: (sector: PressedSectorFact) => boolean): Result {
  if (isDomestic(assignTier(facts))) return pass('not-subject-to-pressed-sectors');
  const all = forbiddingSectors(facts.state.pressedSectors, facts.candidate).filter(covers);
  const found = all.find((sector) => !isExempt(sector, facts)) ?? all[0];
  if (!found) return pass('no-pressed-sector');
  const { partnerCountry, scheme, code, reason, startsOn } = found;
  const country = countryName(partnerCountry);
  const params = { country, sector: `${scheme.toUpperCase()} ${code}`, reason, since: startsOn };
  return isExempt(found, facts)
    ? pass('circular-exemption', params)
    : exclude('pressed-sector', params);
}

/** The partnership of the country that named the sector exempts circular schemes, such as this one. */
function isExempt({ partnerCountry }: PressedSectorFact, { vacancy, state }: Facts): boolean {
  return state.partnerships.some(
    (partnership) =>
      partnership.partnerCountry === partnerCountry &&
      partnership.circularExemption &&
      vacancy.permitCategory === 'seasonal',
  );
}
