import { TODAY, type World } from '../../../src/matching/facts.builders.ts';
import type { CandidateFacts, PressedSectorFact } from '../../../src/matching/facts.ts';
import type { Decision } from '../../../src/matching/match-vacancy.ts';
import { oraclePlaces, oracleTest } from './law-oracle.ts';

const FREE =
  'AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK';

type Outcome = Pick<Decision, 'status' | 'waitUntilOn'>;

/**
 * The rules once more, from the design and the law alone: slow, plain, and without any of their
 * code. Scores are taken as given, because they have a specification of their own.
 */
export function oracleFor({ vacancy, candidates, state, settled }: World, found: Decision[]) {
  const { law } = state;
  const published = vacancy.advertising
    .filter(({ channel }) => channel !== 'job-centre')
    .map(({ fromOn }) => Date.parse(fromOn));
  const windows = oraclePlaces(vacancy.regions, law['preference-window'])
    .flatMap(({ rules }) => rules)
    .map(({ parameters: { days } }) => days);
  /**
   * When people from outside may be shown, in milliseconds; Infinity while a window has not begun.
   */
  const windowEnds =
    windows.length === 0 ? 0 : Math.min(...published) + Math.max(...windows) * 24 * 60 * 60 * 1000;
  const test = oracleTest(vacancy, law, TODAY);
  const partnersOf = ({ nationalities }: CandidateFacts) =>
    nationalities.map((country) => ({
      country,
      agreed: state.partnerships.filter((one) => one.partnerCountry === country),
      sectors: state.pressedSectors.filter((one) => one.partnerCountry === country),
      seats: state.quotas.filter((one) => one.partnerCountry === country),
    }));

  /** Whether one code contains the other: work coded less exactly than the group may be in it. */
  const mayBe = (own: string | null, group: string): boolean => {
    if (own === null) return false;
    const [work, named] = [own.split('.').join(''), group.split('.').join('')];
    return work.indexOf(named) === 0 || named.indexOf(work) === 0;
  };

  const isTouched = ({ trades }: CandidateFacts, { scheme, code }: PressedSectorFact): boolean => {
    if (scheme === 'any') return true;
    if (scheme === 'esco')
      return [...vacancy.esco, ...trades.map(({ esco }) => esco)].includes(code);
    if (scheme === 'isco') {
      const isUntold = trades.some(({ isco, esco }) => isco === null && esco !== null);
      const works = [...vacancy.isco, ...trades.map(({ isco }) => isco)];
      return vacancy.isco.length === 0 || isUntold || works.some((work) => mayBe(work, code));
    }
    return vacancy.nace === null || mayBe(vacancy.nace, code);
  };

  /** A person of the country whose region is not on record may live in any of its regions. */
  const mayLiveIn = (
    { residenceCountry, residenceRegion }: CandidateFacts,
    { region, partnerCountry }: PressedSectorFact,
  ): boolean =>
    [null, residenceRegion].includes(region) ||
    (residenceRegion === null && [null, partnerCountry].includes(residenceCountry));

  /**
   * Whether a sector concerns the person's region, and no agreement that re-opens it has seats
   * left.
   */
  const isClosedFor = (person: CandidateFacts, sector: PressedSectorFact): boolean =>
    mayLiveIn(person, sector) && !((sector.exceptionLeft ?? 0) > 0);

  /** Checked by the vacancy's occupations, or by the person's if the vacancy has no code. */
  const isSafeguarded = ({ nationalities, trades }: CandidateFacts): boolean =>
    law['safeguard-list'].some(({ parameters: { countries, isco } }) => {
      const known = trades.flatMap((trade) => (trade.isco === null ? [] : [trade.isco]));
      const work = vacancy.isco.length > 0 ? vacancy.isco : known;
      const isUntold = vacancy.isco.length === 0 && (known.length === 0 || vacancy.esco.length > 0);
      const listed = isUntold || work.some((own) => isco.some((code) => mayBe(own, code)));
      return listed && countries.some((country) => nationalities.includes(country));
    });

  type Partner = ReturnType<typeof partnersOf>[number];

  /** Whether the partnership exempts circular schemes from what its country closed. */
  const isExempt = ({ agreed }: Partner): boolean =>
    vacancy.permitCategory === 'seasonal' &&
    agreed.some(({ circularExemption }) => circularExemption);

  /** All partner countries of the person whose partnership benefits them. */
  const favouring = (person: CandidateFacts) =>
    partnersOf(person).filter((partner) => {
      const closed = partner.sectors
        .filter(({ effects }) => effects.includes('no-favourable-treatment'))
        .filter((sector) => isClosedFor(person, sector))
        .some((sector) => isTouched(person, sector));
      return partner.agreed.length > 0 && (!closed || isExempt(partner));
    });

  const tierOf = (person: CandidateFacts): number => {
    const { nationalities, euFamilyMember, residencePermits } = person;
    const named = (rules: readonly { parameters: { countries: string[] } }[], country: string) =>
      rules
        .map(({ parameters: { countries } }) => countries)
        .flat()
        .includes(country);
    const citizen = FREE.split(' ').filter((free) => nationalities.includes(free));
    const isLimited = (country: string): boolean =>
      country !== vacancy.state && named(law['accession-transition'], country);
    if (euFamilyMember || !citizen.every(isLimited)) return 0;
    if (citizen.length > 0) return 0.5;
    if (residencePermits.some((permit) => permit === vacancy.state)) return 1;
    if (nationalities.some((country) => named(law.association, country))) return 2;
    return favouring(person).length > 0 ? 3 : 4;
  };

  const isPressed = (person: CandidateFacts): boolean =>
    partnersOf(person).some((partner) => {
      const forbid = partner.sectors
        .filter(({ effects }) => effects.includes('no-active-matching'))
        .filter((sector) => isClosedFor(person, sector));
      const touched = forbid.some((sector) => isTouched(person, sector));
      return touched && !isExempt(partner);
    });

  /** Whether no nationality of the person has a seat; a seat for any of them is enough. */
  const lacksSeat = (person: CandidateFacts): boolean =>
    favouring(person).every(({ seats, agreed }) => {
      if (seats.length > 0) return Math.min(...seats.map(({ remaining }) => remaining)) < 1;
      return agreed.some(({ components }) => components.includes('quotas'));
    });

  const isBarred = (person: CandidateFacts): boolean => {
    const consented = person.consents
      .filter(({ withdrawn, countries }) => !withdrawn && countries.includes(vacancy.state))
      .some(({ givenOn, expiresOn }) => !(TODAY < givenOn || TODAY >= expiresOn));
    const speaks = vacancy.requiredLanguages.every(({ code, rank }) =>
      person.languages.some((own) => own.code === code && own.rank >= rank),
    );
    const over = !vacancy.open || (vacancy.openUntilOn ?? TODAY) < TODAY;
    if (over || !consented || !speaks || person.ofAgeOn === null) return true;
    const tier = tierOf(person);
    if (tier < 2) return false;
    if (isSafeguarded(person) || windowEnds === Infinity) return true;
    return test === 'never' || isPressed(person) || tier === 4 || (tier === 3 && lacksSeat(person));
  };

  const ownOutcome = (person: CandidateFacts): Outcome => {
    if (isBarred(person)) return { status: 'held-back', waitUntilOn: null };
    const tested = tierOf(person) < 2 || test === 'passed' ? 0 : Date.parse(test);
    const born = Date.parse(person.ofAgeOn ?? '');
    const adult = born <= Date.parse(vacancy.startsOn ?? TODAY) ? 0 : born;
    const window = tierOf(person) < 2 ? 0 : windowEnds;
    const until = Math.max(tested, adult, window);
    return until <= Date.parse(TODAY)
      ? { status: 'proposed', waitUntilOn: null }
      : { status: 'waiting', waitUntilOn: new Date(until).toISOString().slice(0, 10) };
  };

  const isFit = ({ id }: CandidateFacts): boolean => {
    const { total = 0, contributions = [] } =
      found.find((one) => one.candidateId === id)?.score ?? {};
    const work = contributions.find(({ part }) => part === 'occupation')?.value ?? 0;
    return total >= 500 && work >= 0.8;
  };

  const isKeptFor = candidates
    .filter((person) => tierOf(person) < 2 && !settled.has(person.id) && isFit(person))
    .some((person) => ownOutcome(person).status === 'proposed');
  const outcomeOf = (person: CandidateFacts): Outcome =>
    isKeptFor && tierOf(person) >= 2
      ? { status: 'held-back', waitUntilOn: null }
      : ownOutcome(person);
  return { tierOf, outcomeOf };
}
