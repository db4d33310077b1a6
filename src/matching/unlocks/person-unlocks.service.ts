import { Injectable } from '@nestjs/common';
import { candidateNotFound } from '../../candidates/candidates.errors.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { EntityManager } from 'typeorm';
import { Candidate } from '../../candidates/candidate.entity.ts';
import { consentSections } from '../../candidates/formats/candidate-draft.ts';
import { Database } from '../../platform/database/database.ts';
import type { Language } from '../../platform/language/language.ts';
import { OccupationCatalogue } from '../../reference/occupation-catalogue.service.ts';
import { Vacancy } from '../../vacancies/vacancy.entity.ts';
import { candidateFactsOf } from '../facts/candidate-facts.ts';
import { Circumstances } from '../facts/circumstances.ts';
import { type ConsentingPerson, loadPeople } from '../facts/load-facts.ts';
import { sharedSections } from '../facts/profile.ts';
import { vacancyFactsOf } from '../facts/vacancy-facts.ts';
import { lawSequence } from '../law/law-rules.queries.ts';
import { type ToldUnlock, toldUnlock } from './told-unlock.ts';
import { isBarred, lacksOne, type ExaminedVacancy, unlocksOf } from './unlocks.ts';

export interface Unlocks {
  /** How many open vacancies were looked at: those in the candidate's fields, newest first. */
  considered: number;
  items: ToldUnlock[];
}

const MAX_VACANCIES = 2_000;
const MAX_UNLOCKS = 20;

/** Finds what a candidate could add to be accepted for more vacancies. */
@Injectable()
export class PersonUnlocks {
  constructor(
    private readonly database: Database,
    private readonly catalogue: OccupationCatalogue,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 404 for a candidate whom the caller cannot see */
  async of(candidateId: string, language: Language): Promise<Unlocks> {
    const isSeen = await this.database.transaction((sql) =>
      sql.existsBy(Candidate, { id: candidateId }),
    );
    if (!isSeen) throw candidateNotFound();
    const esco = await this.catalogue.graph();
    return this.database.asSystem(async (sql) => {
      const [person] = await loadPeople(sql, [candidateId]);
      if (!person) return { considered: 0, items: [] };
      const vacancies = await nearbyVacancies(sql, person.candidate);
      const on = this.clock.today();
      const examined = vacancies.map((vacancy) => examine(person, vacancy, on));
      const lackingOne = examined.filter((one) => lacksOne(one, esco));
      const items = unlocksOf(await withoutBarred(sql, lackingOne, on));
      return {
        considered: examined.length,
        items: items.slice(0, MAX_UNLOCKS).map((unlock) => toldUnlock(unlock, language)),
      };
    });
  }
}

/**
 * Returns the vacancies for which no other gate holds the candidate back, by what applies in their
 * states now.
 */
async function withoutBarred(
  sql: EntityManager,
  all: readonly ExaminedVacancy[],
  on: string,
): Promise<ExaminedVacancy[]> {
  const circumstances = new Circumstances(sql, { sequence: await lawSequence(sql) });
  const open: ExaminedVacancy[] = [];
  for (const one of all) {
    const { vacancy, candidate } = one;
    const { nationalities } = candidate;
    const held = await circumstances.stateFactsFor(vacancy, nationalities, { on, askedAt: null });
    if (!isBarred({ vacancy, candidate, state: { ...held, fitDomesticLeft: 0 } })) open.push(one);
  }
  return open;
}

/**
 * Looks at a vacancy for the candidate. If no consent covers the state, one is assumed, because a
 * consent is one of the possible unlocks.
 */
function examine(person: ConsentingPerson, vacancy: Vacancy, on: string): ExaminedVacancy {
  const { state } = vacancy;
  const consented = sharedSections(person, state, on).size > 0;
  const facts = candidateFactsOf(consented ? person : consentingTo(person, state, on), state, on);
  return { vacancy: vacancyFactsOf(vacancy), candidate: facts, consented };
}

function consentingTo(
  { candidate, consents }: ConsentingPerson,
  state: string,
  on: string,
): ConsentingPerson {
  const given = { sections: [...consentSections], countries: [state], withdrawnAt: null };
  const dates = { givenOn: on, expiresOn: '9999-12-31' };
  const { id: candidateId, organisationId } = candidate;
  const assumed = {
    id: candidateId,
    candidateId,
    organisationId,
    evidence: null,
    scanSha256: null,
    witness: null,
  };
  return {
    candidate,
    consents: [...consents, { ...assumed, ...given, ...dates, purpose: 'matching' }],
  };
}

/** Returns open vacancies in an ISCO-08 sub-major group that the candidate works in or wants. */
function nearbyVacancies(sql: EntityManager, candidate: Candidate): Promise<Vacancy[]> {
  const codes = [...candidate.occupations.map(({ isco }) => isco), ...candidate.desiredOccupations];
  const fields = codes.flatMap((code) => (code ? code.slice(0, 2) : []));
  return sql
    .createQueryBuilder(Vacancy, 'v')
    .where(`v.status = 'open' AND v.merged_into_id IS NULL`)
    .andWhere('EXISTS (SELECT 1 FROM unnest(v.isco) AS own WHERE left(own, 2) = ANY (:fields))', {
      fields,
    })
    .orderBy('v.id', 'DESC')
    .take(MAX_VACANCIES)
    .getMany();
}
