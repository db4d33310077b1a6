import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Candidate } from '../../candidates/candidate.entity.ts';
import { withMergedRecords } from '../../candidates/duplicates/same-person.queries.ts';
import { loadProfiles } from '../../matching/facts/load-profiles.ts';
import { outdateForState } from '../../matching/outdate.queries.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/new-id.ts';
import { getOne } from '../../platform/database/rows.ts';
import { ownCountry, ownOrganisation } from '../../platform/database/tenant.ts';
import {
  type List,
  newestFirst,
  type Page,
  pageOf,
  type PageQuery,
} from '../../platform/http/paging.ts';
import { putJob } from '../../platform/queue/outbox.ts';
import { isIscoCode } from '../../reference/isco/isco.ts';
import { Vacancy } from '../../vacancies/vacancy.entity.ts';
import { vacancyNotYours } from '../placements.errors.ts';
import { courseNotOver, notYourPeople, trainedListNotFound } from './trained-lists.errors.ts';
import { endsBeforeItStarts } from '../../platform/http/refuse.ts';
import { unknownCode } from '../../reference/reference.errors.ts';
import { TrainedList } from './trained-list.entity.ts';
import type { TrainedListDto } from './trained-lists.dto.ts';

/** A person proposed for a vacancy who was trained for it. */
export interface TrainedMatch {
  matchId: string;
  candidateId: string;
  listId: string;
  listName: string;
  hours: number;
}

/** Lists of people trained for an occupation, and the precedence that they give. */
@Injectable()
export class TrainedLists {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Records a list.
   * @throws ProblemError 400 for an unknown occupation, dates out of order or people of another
   * agency
   */
  async create({ candidateIds, ...course }: TrainedListDto): Promise<TrainedList> {
    assertUsable(course, this.clock.today());
    const organisationId = ownOrganisation();
    const list = { ...course, id: newId(), organisationId };
    const known = { ...list, partnerCountry: ownCountry(), createdAt: this.clock.now() };
    return this.database.transaction(async (sql) => {
      await assertOwnPeople(sql, candidateIds);
      await sql.insert(TrainedList, known);
      await sql.query(
        `INSERT INTO trained_list_member (list_id, candidate_id, organisation_id)
         SELECT $1, person, $2 FROM unnest($3::uuid[]) AS person`,
        [list.id, organisationId, candidateIds],
      );
      // The list changes the order of candidates for vacancies in this state, so these are decided
      // again.
      await this.database.elevated(sql, () => outdateForState(sql, list.state));
      await putJob(sql, 'matches.outdated', {});
      return sql.findOneByOrFail(TrainedList, { id: list.id });
    });
  }

  /** Lists courses without their members, newest first, as older ones are no longer valid. */
  async list(query: PageQuery): Promise<Page<TrainedList>> {
    const rows = await this.database.transaction((sql) =>
      sql.find(TrainedList, newestFirst(query)),
    );
    return pageOf(rows, query);
  }

  /** Returns a course without its members. @throws ProblemError 404 */
  async get(id: string): Promise<TrainedList> {
    const found = await this.database.transaction((sql) => sql.findOneBy(TrainedList, { id }));
    if (!found) throw trainedListNotFound();
    return found;
  }

  /**
   * Returns the people to ask first, in the order of the matches. They are proposed for the
   * vacancy, and are on a valid list for its work and its state. @throws ProblemError 409 for
   * another employer's vacancy
   */
  async trainedFor(vacancyId: string): Promise<List<TrainedMatch>> {
    return this.database.transaction(async (sql) => {
      // Read as the employer, because row security shows it only its own vacancies.
      const { state } = await getOne(sql, Vacancy, { id: vacancyId }, vacancyNotYours);
      const items = await this.database.elevated(sql, async () => {
        const on = this.clock.today();
        const found = await findTrained(sql, vacancyId, on);
        const rows = found.map((match) => ({ match, candidateId: match.candidateId, state }));
        const shown = await loadProfiles(sql, rows, on);
        return [...shown.keys()].map(({ match }) => match);
      });
      return { items };
    });
  }
}

/** The order of Community preference is kept: training decides only within a tier. */
function findTrained(
  sql: EntityManager,
  vacancyId: string,
  today: string,
): Promise<TrainedMatch[]> {
  return sql.query<TrainedMatch[]>(
    `SELECT DISTINCT ON (m.tier, m.position) m.id AS "matchId", m.candidate_id AS "candidateId",
            l.id AS "listId", l.name AS "listName", l.hours
       FROM match m JOIN vacancy v ON v.id = m.vacancy_id
       JOIN trained_list_member t ON t.candidate_id = ANY ${withMergedRecords('m.candidate_id')}
       JOIN trained_list l ON l.id = t.list_id
      WHERE m.vacancy_id = $1 AND m.status = 'proposed' AND l.state = v.state
        AND $2 BETWEEN l.trained_on AND l.valid_until_on
        AND EXISTS (SELECT 1 FROM unnest(v.isco) AS work WHERE starts_with(work, l.isco))
      ORDER BY m.tier, m.position, l.hours DESC`,
    [vacancyId, today],
  );
}

function assertUsable(
  { isco, trainedOn, validUntilOn }: Omit<TrainedListDto, 'candidateIds'>,
  today: string,
): void {
  if (!isIscoCode(isco)) throw unknownCode('/isco', isco, 'isco');
  if (trainedOn > today) throw courseNotOver();
  if (validUntilOn <= trainedOn) throw endsBeforeItStarts('/validUntilOn');
}

async function assertOwnPeople(sql: EntityManager, ids: readonly string[]): Promise<void> {
  const known = await sql.countBy(Candidate, { id: In([...ids]) });
  if (known !== ids.length) throw notYourPeople();
}
