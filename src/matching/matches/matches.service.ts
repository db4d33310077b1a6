import { Injectable } from '@nestjs/common';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { Candidate } from '../../candidates/candidate.entity.ts';
import { candidateNotFound } from '../../candidates/candidates.errors.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { changeVersion, getOne } from '../../platform/database/rows.ts';
import { currentTenant } from '../../platform/database/tenant.ts';
import { type Page, pageOf } from '../../platform/http/paging.ts';
import type { Language } from '../../platform/language/language.ts';
import { putJob } from '../../platform/queue/outbox.ts';
import { shareDecisions } from '../../vacancies/decisions-lock.queries.ts';
import { vacancyNotFound } from '../../vacancies/vacancies.errors.ts';
import { Vacancy } from '../../vacancies/vacancy.entity.ts';
import { loadProfiles } from '../facts/load-profiles.ts';
import { Match } from '../match.entity.ts';
import { answerTo } from './answers.queries.ts';
import { type MatchView, type Opening, viewsOfMatches } from './match-view.ts';
import type { MatchQuery, OutcomeDto } from '../matching.dto.ts';
import { assertAllInvited } from '../preference/invitations.queries.ts';
import { domesticTiers, isDomestic } from '../rules/tiers.ts';
import {
  candidateAnswered,
  cursorUnknown,
  matchNotFound,
  notProposed,
} from '../matching.errors.ts';
import { VacancyMatching } from './vacancy-matching.entity.ts';

/** A page of the decisions on a vacancy, with the total numbers. */
export interface VacancyMatches extends Page<MatchView> {
  /** Null until the vacancy has been matched for the first time. */
  summary: VacancyMatching | null;
}

/** Serves stored decisions, each as the caller may see it. */
@Injectable()
export class Matches {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns decisions in the order of the list, proposed candidates first. An employer gets only
   * those by default; with `held-back`, it gets candidates who wait only for a seat.
   *
   * @throws ProblemError 404 if the caller cannot see the vacancy, 400 `cursor-unknown` if the match
   * of the cursor has left the list
   */
  async ofVacancy(
    vacancyId: string,
    query: MatchQuery,
    language: Language,
  ): Promise<VacancyMatches> {
    return this.database.transaction(async (sql) => {
      if (!(await sql.existsBy(Vacancy, { id: vacancyId }))) throw vacancyNotFound();
      const found = select(sql, query).andWhere('m.vacancyId = :vacancyId', { vacancyId });
      if (query.cursor) {
        await assertOnList(found, query.cursor);
        const after = '(SELECT position FROM match WHERE id = :cursor)';
        found.andWhere(`m.position > ${after}`, { cursor: query.cursor });
      }
      const rows = await found.orderBy('m.position').getMany();
      const summary = await sql.findOneBy(VacancyMatching, { vacancyId });
      return { ...(await this.page(rows, query, language)), summary };
    });
  }

  /**
   * Returns the decisions on a candidate: proposed, waiting, held back; within each, best score
   * first.
   *
   * @throws ProblemError 404 if the caller cannot see the candidate, 400 `cursor-unknown` if the
   * match of the cursor has left the list
   */
  async ofCandidate(
    candidateId: string,
    query: MatchQuery,
    language: Language,
  ): Promise<Page<MatchView>> {
    return this.database.transaction(async (sql) => {
      if (!(await sql.existsBy(Candidate, { id: candidateId }))) throw candidateNotFound();
      const found = select(sql, query).andWhere('m.candidateId = :candidateId', { candidateId });
      const order = (row: string): string =>
        `array_position(ARRAY['proposed', 'waiting', 'held-back'], ${row}.status), -${row}.score, ${row}.id`;
      if (query.cursor) {
        await assertOnList(found, query.cursor);
        const after = `(SELECT ${order('c')} FROM match c WHERE c.id = :cursor)`;
        found.andWhere(`(${order('m')}) > ${after}`, { cursor: query.cursor });
      }
      const rank = `array_position(ARRAY['proposed', 'waiting', 'held-back'], m.status)`;
      found.addSelect(rank, 'by_status').orderBy('by_status');
      const rows = await found.addOrderBy('m.score', 'DESC').addOrderBy('m.id').getMany();
      return this.page(rows, query, language);
    });
  }

  /** @throws ProblemError 404 if the caller cannot see the decision */
  async get(id: string, language: Language): Promise<MatchView> {
    const match = await this.database.transaction((sql) => sql.findOneBy(Match, { id }));
    const [view] = match ? await this.views([match], language) : [];
    if (!view) throw matchNotFound();
    return view;
  }

  /**
   * Records what the employer did with a candidate. A fit candidate with preference who was dealt
   * with no longer holds back others.
   *
   * @throws ProblemError 404 for an unknown match; 412 for a version other than `version`; 409 if
   * the candidate is not proposed, while a candidate with preference is owed an invitation, or if
   * the candidate answered an offer otherwise
   */
  async record(id: string, version: number, { outcome, reason }: OutcomeDto): Promise<void> {
    await this.database.transaction(async (sql) => {
      // Undoing an import waits, and then finds the outcome.
      await shareDecisions(sql);
      const match = await getOne(sql, Match, { id }, matchNotFound);
      if (match.status !== 'proposed' && currentTenant().role === 'employer') throw notProposed();
      if (outcome === 'hired' && !isDomestic(match)) {
        await this.database.asSystem((all) => assertAllInvited(all, match, this.clock.now()));
      }
      const answer = await this.database.asSystem((all) => answerTo(all, match));
      if (answer !== null && answer !== outcome) throw candidateAnswered();
      const dealtWith = { outcome, outcomeReason: reason ?? null, outcomeAt: this.clock.now() };
      await changeVersion(sql, Match, { id, version }, dealtWith);
      await putJob(sql, 'vacancy.changed', { vacancyId: match.vacancyId });
    });
  }

  private async page(
    rows: Match[],
    query: MatchQuery,
    language: Language,
  ): Promise<Page<MatchView>> {
    const { items, nextCursor } = pageOf(rows, query);
    return { items: await this.views(items, language), nextCursor };
  }

  /**
   * Adds the anonymous profile for employers and the vacancy for agencies. Ministries get the
   * decision alone.
   */
  private async views(matches: readonly Match[], language: Language): Promise<MatchView[]> {
    const { role } = currentTenant();
    const vacancies = await this.vacanciesOf(matches);
    const views = viewsOfMatches(matches, vacancies, language);
    if (role === 'employer') return this.withProfiles(views);
    return role === 'agency' ? withOpenings(views, vacancies) : views;
  }

  private async vacanciesOf(matches: readonly Match[]): Promise<ReadonlyMap<string, Vacancy>> {
    const ids = [...new Set(matches.map(({ vacancyId }) => vacancyId))];
    const found = await this.database.asSystem((sql) => sql.findBy(Vacancy, { id: In(ids) }));
    return new Map(found.map((vacancy) => [vacancy.id, vacancy]));
  }

  /** Uses consents as of now: a candidate who has just withdrawn is no longer shown. */
  private async withProfiles(views: readonly MatchView[]): Promise<MatchView[]> {
    const today = this.clock.today();
    const profiles = await this.database.asSystem((sql) => loadProfiles(sql, views, today));
    return views.flatMap((view) => {
      const profile = profiles.get(view);
      return profile ? [{ ...view, profile }] : [];
    });
  }
}

function withOpenings(
  views: readonly MatchView[],
  vacancies: ReadonlyMap<string, Vacancy>,
): MatchView[] {
  return views.map((view) => {
    const vacancy = vacancies.get(view.vacancyId);
    return { ...view, vacancy: vacancy && openingOf(vacancy) };
  });
}

function select(
  sql: EntityManager,
  { status: asked, column, limit }: MatchQuery,
): SelectQueryBuilder<Match> {
  // An employer has to ask for candidates who wait for a seat; by default it sees those it may
  // hire.
  const status = asked ?? (currentTenant().role === 'employer' ? 'proposed' : null);
  const found = sql
    .createQueryBuilder(Match, 'm')
    .innerJoinAndSelect('m.verdictList', 'verdicts')
    .innerJoinAndSelect('m.madeWith', 'made_with')
    // Each match has one list of verdicts, so the joins repeat no row and `take`, which needs a
    // second query, is not necessary.
    .limit(limit + 1);
  if (status) found.andWhere('m.status = :status', { status });
  const inside = column === 'domestic' ? 'm.tier IN (:...tiers)' : 'm.tier NOT IN (:...tiers)';
  return column ? found.andWhere(inside, { tiers: domesticTiers }) : found;
}

/** Without its match, nobody can tell where the next page begins. */
async function assertOnList(list: SelectQueryBuilder<Match>, cursor: string): Promise<void> {
  if (!(await list.clone().andWhere('m.id = :cursor', { cursor }).getExists()))
    throw cursorUnknown();
}

function openingOf(vacancy: Vacancy): Opening {
  const { title, employerName, state, locations, isco, positions, startsOn, endsOn } = vacancy;
  return { title, employerName, state, locations, isco, positions, startsOn, endsOn };
}
