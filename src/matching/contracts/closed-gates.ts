import type { EntityManager } from 'typeorm';
import { emptyDraft } from '../../candidates/formats/candidate-draft.ts';
import { countryName } from '../../reference/countries/countries.ts';
import { dateInState } from '../../reference/countries/state-days.ts';
import { candidateFactsOf } from '../facts/candidate-facts.ts';
import { Circumstances } from '../facts/circumstances.ts';
import type { KnownPerson } from '../facts/known-person.ts';
import { loadAllPeople, loadPeople } from '../facts/load-facts.ts';
import {
  findVacanciesToDecide,
  type VacancyToDecide,
} from '../facts/vacancies-to-decide.queries.ts';
import { beginsOn, vacancyFactsOf } from '../facts/vacancy-facts.ts';
import { rightsOn } from '../facts/personal-rights.ts';
import type { CandidateFacts, Facts, StateFacts, VacancyFacts } from '../facts.ts';
import { lawSequence } from '../law/law-rules.queries.ts';
import { findAskedAt } from '../matches/vacancy-records.ts';
import { findWithFitDomestic } from '../preference/fit-domestic.queries.ts';
import { ageOfMajority } from '../rules/age-of-majority.rule.ts';
import { consent } from '../rules/consent.rule.ts';
import { domesticFirst } from '../rules/domestic-first.rule.ts';
import { language } from '../rules/language.rule.ts';
import { partnershipInForce } from '../rules/partnership-in-force.rule.ts';
import { pressedSectorOfPerson, pressedSectorOfVacancy } from '../rules/pressed-sector.rule.ts';
import { sectorName, unfavouringSector } from '../rules/pressed-sector-scope.ts';
import { quotaLeft } from '../rules/quota-left.rule.ts';
import { exclude, pass, type Reason, type Result, type Rule } from '../rules/rule.ts';
import { rules } from '../rules/rules.ts';
import { assignTier, isDomestic, SEATED_TIER } from '../rules/tiers.ts';
import { vacancyOpen } from '../rules/vacancy-open.rule.ts';

/** The work of a post: what decides which law, sectors, caps and national offers cover it. */
export type OfferedWork = Pick<VacancyToDecide, 'isco' | 'esco' | 'nace' | 'locations'>;

/** A contract that is about to be offered, accepted or authorised. */
export interface ContractTerms {
  vacancyId: string;
  /** Null for a post for which the agency has yet to name a person. */
  candidateId: string | null;
  /** The partner country whose people the post is for; null if it is for none. */
  partnerCountry: string | null;
  state: string;
  permitCategory: VacancyToDecide['permitCategory'];
  work: OfferedWork;
  /** The first day of work, `yyyy-mm-dd`. It may differ from that of the vacancy. */
  startsOn: string;
}

/**
 * What is about to happen to the contracts. An authorisation counts a departure, so only the
 * numbers of people who may leave are checked then; whatever else was accepted stands.
 */
export type ContractStage = 'offer' | 'accept' | 'authorise';

/** The gate that the ledger decides. */
const decidedElsewhere: readonly Rule[] = [quotaLeft];

/**
 * The gate that the stored decision on a person decides, and invitations. A post for which nobody
 * is named has no such decision.
 */
const ofPreference: readonly Rule[] = [domesticFirst];

/**
 * The employer may close the vacancy once its offers are made, and has chosen the person despite
 * their languages.
 */
const decidedByOffer: readonly Rule[] = [vacancyOpen, language];

/** The gates that depend on a person whom nobody has named yet. */
const ofPerson: readonly Rule[] = [consent, ageOfMajority, pressedSectorOfPerson, language];

function gatesOf({ candidateId }: ContractTerms, stage: ContractStage): readonly Rule[] {
  if (stage === 'authorise') return [pressedSectorOfVacancy, pressedSectorOfPerson];
  const left = [
    ...decidedElsewhere,
    ...(stage === 'accept' ? decidedByOffer : []),
    ...(candidateId === null ? ofPerson : ofPreference),
  ];
  return rules.filter((rule) => !left.includes(rule));
}

/**
 * Checks contracts against the law and the facts of this moment, for their own first day of work. A
 * stored match was decided earlier, and for the first day that the vacancy names. `sql` sees every
 * tenant.
 *
 * @returns the first reason against each contract; a contract with none is absent
 */
export async function findClosedGates<Terms extends ContractTerms>(
  sql: EntityManager,
  contracts: readonly Terms[],
  { now, stage }: { now: Date; stage: ContractStage },
): Promise<ReadonlyMap<Terms, Reason>> {
  if (contracts.length === 0) return new Map();
  const { people, vacancies } = await load(sql, contracts, stage);
  const askedAt = await findAskedAt(sql, [...new Set(contracts.map((one) => one.vacancyId))]);
  const circumstances = new Circumstances(sql, { sequence: await lawSequence(sql) });
  const unnamed = contracts.filter(({ candidateId }) => candidateId === null);
  const preferred = await findWithFitDomestic(sql, [
    ...new Set(unnamed.map(({ vacancyId }) => vacancyId)),
  ]);
  const nationalities = nationalitiesOf(people, contracts);
  const closed = new Map<Terms, Reason>();
  for (const contract of contracts) {
    const vacancy = vacancies(contract);
    const person = personOf(contract, people);
    const today = dateInState(vacancy.state, now);
    const on = stage === 'authorise' ? beginsOn(vacancy, today) : today;
    const asked = { on, askedAt: askedAt.get(vacancy.id) ?? now };
    const known = await circumstances.stateFactsFor(vacancy, nationalities, asked);
    const candidate = person && candidateOf(person, vacancy, on);
    const state = {
      ...(stage === 'authorise' ? withNumbersOnly(known) : known),
      fitDomesticLeft: Number(preferred.has(vacancy.id)),
    };
    const reason = candidate
      ? reasonAgainst(contract, { vacancy, candidate, state }, stage)
      : exclude('consent-withdrawn').reason;
    if (reason) closed.set(contract, reason);
  }
  return closed;
}

function reasonAgainst(
  contract: ContractTerms,
  facts: Facts,
  stage: ContractStage,
): Reason | undefined {
  const against = gatesOf(contract, stage).map(({ check }) => check(facts));
  const ofCountry = stage === 'authorise' ? ofFavour : ofSeats;
  return [...against, ofCountry(contract, facts)].find(({ verdict }) => verdict !== 'pass')?.reason;
}

/**
 * Checks the partnership of the country whose seats are taken. A person of two partner countries
 * may be matched by the other one meanwhile. A person who takes no seats must still need none.
 */
function ofSeats({ partnerCountry, startsOn: on }: ContractTerms, facts: Facts): Result {
  const { candidate } = facts;
  const assigned = assignTier(facts);
  if (isDomestic(assigned)) return pass('no-partnership-needed');
  if (partnerCountry === null) {
    return assigned.tier === SEATED_TIER
      ? exclude('preference-ends', { on })
      : pass('no-quota-needed');
  }
  const nationalities = [partnerCountry];
  return partnershipInForce.check({ ...facts, candidate: { ...candidate, nationalities } });
}

/** Leaves the limits that are numbers of people: caps that are reached, and exceptions. */
function withNumbersOnly(known: KnownState): KnownState {
  const pressedSectors = known.pressedSectors.filter(
    ({ source, exceptionLeft }) => source === 'cap' || exceptionLeft !== null,
  );
  return { ...known, pressedSectors };
}

/** Checks that no limit takes away the favour that seats reserved for a partner country are. */
function ofFavour({ partnerCountry }: ContractTerms, facts: Facts): Result {
  if (partnerCountry === null || isDomestic(assignTier(facts))) return pass('no-quota-needed');
  const sector = unfavouringSector(partnerCountry, facts);
  if (!sector) return pass('partnership-in-force', { country: partnerCountry });
  const country = countryName(partnerCountry);
  return exclude('favour-withdrawn', { country, sector: sectorName(sector) });
}

/** Returns the facts on the person without the rights that end before the first day of work. */
function candidateOf(
  person: KnownPerson,
  { state, startsOn }: VacancyFacts,
  on: string,
): CandidateFacts {
  const today = candidateFactsOf(person, state, on);
  const then = rightsOn(person.candidate, state, startsOn ?? on);
  return {
    ...today,
    residencePermits: today.residencePermits.filter((one) => then.residencePermits.includes(one)),
    euFamilyMember: today.euFamilyMember && then.euFamilyMember,
  };
}

type KnownState = Omit<StateFacts, 'fitDomesticLeft'>;
type People = ReadonlyMap<string, KnownPerson>;

/** Returns undefined for a person who has withdrawn every consent or was erased. */
function personOf(
  { candidateId, partnerCountry }: ContractTerms,
  people: People,
): KnownPerson | undefined {
  if (candidateId !== null) return people.get(candidateId);
  const nationalities = partnerCountry === null ? [] : [partnerCountry];
  const nobody = { ...emptyDraft(''), id: '', organisationId: '', nationalities };
  return { candidate: nobody, consents: [] };
}

function nationalitiesOf(people: People, contracts: readonly ContractTerms[]): string[] {
  const own = [...people.values()].flatMap(({ candidate }) => candidate.nationalities);
  return [...new Set([...own, ...contracts.flatMap((one) => one.partnerCountry ?? [])])];
}

/** Loads the people, and a look-up of vacancies with the terms of a contract. */
async function load(
  sql: EntityManager,
  contracts: readonly ContractTerms[],
  stage: ContractStage,
): Promise<{ people: People; vacancies: (of: ContractTerms) => VacancyFacts }> {
  const ids = [...new Set(contracts.flatMap(({ candidateId }) => candidateId ?? []))];
  const find = stage === 'authorise' ? loadAllPeople : loadPeople;
  const found = ids.length > 0 ? await find(sql, ids) : [];
  const rows = await findVacanciesToDecide(sql, [
    ...new Set(contracts.map(({ vacancyId }) => vacancyId)),
  ]);
  const known = new Map(rows.map((row) => [row.id, row]));
  const agreed = new Map<string, VacancyFacts>();
  const vacancies = ({ vacancyId, startsOn, work, ...where }: ContractTerms): VacancyFacts => {
    const vacancy = known.get(vacancyId);
    if (!vacancy) throw new Error('A contract is for a vacancy that does not exist.');
    const { state, permitCategory } = where;
    const key = JSON.stringify([vacancyId, startsOn, state, permitCategory, work]);
    // Kept, because the test of a vacancy is judged once for all contracts.
    const facts =
      agreed.get(key) ?? vacancyFactsOf({ ...vacancy, ...work, state, permitCategory, startsOn });
    agreed.set(key, facts);
    return facts;
  };
  return { people: new Map(found.map((one) => [one.candidate.id, one])), vacancies };
}
