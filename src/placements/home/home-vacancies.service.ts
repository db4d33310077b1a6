import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { loadPeople } from '../../matching/facts/load-facts.ts';
import { citationIn } from '../../matching/reasons/citations.ts';
import { reasonSentence } from '../../matching/reasons/reason-sentence.ts';
import { skillLabelsOf } from '../../matching/reasons/skill-labels.ts';
import {
  contributionsIn,
  type ToldContribution,
} from '../../matching/reasons/told-contribution.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/new-id.ts';
import { getOne } from '../../platform/database/rows.ts';
import { ownCountry, ownOrganisation } from '../../platform/database/tenant.ts';
import { Stored } from '../../platform/http/created.ts';
import {
  type List,
  newestFirst,
  type Page,
  pageOf,
  type PageQuery,
} from '../../platform/http/paging.ts';
import type { Language } from '../../platform/language/language.ts';
import { OccupationCatalogue } from '../../reference/occupation-catalogue.service.ts';
import { Titles } from '../../reference/titles/titles.service.ts';
import { homeVacancyNotFound } from './home-vacancies.errors.ts';
import { decideAtHome, type HomeDecision } from './decide-at-home.ts';
import type { HomeVacanciesDto, ReceivedVacancy } from './home-vacancies.dto.ts';
import { HomeVacancy } from './home-vacancy.entity.ts';
import { readHomeVacancy } from './read-home-vacancy.ts';
import { findGained, findReturnees, type GainedAbroad } from './returnees.queries.ts';

/** How many returnees are considered, latest return first, and how many are shown. */
const LOOKED_AT = 5_000;
const SHOWN = 100;

/** A returnee proposed or held back for a vacancy at home, with the reasons. */
export interface HomeMatch {
  candidateId: string;
  status: HomeDecision['status'];
  /** The place among those proposed, from 1; null if held back. */
  rank: number | null;
  /** Thousandths. */
  score: number;
  contributions: readonly ToldContribution[];
  verdicts: { rule: string; basis: string; verdict: string; sentence: string }[];
  gained: readonly Omit<GainedAbroad, 'candidateId'>[];
}

/** Vacancies in the partner country, and the people who come home to them. */
@Injectable()
export class HomeVacancies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly titles: Titles,
    private readonly catalogue: OccupationCatalogue,
  ) {}

  /**
   * Takes a list as the agency keeps it. A line whose reference is known updates its vacancy.
   * @throws ProblemError 400
   */
  async receive({ items }: HomeVacanciesDto): Promise<Stored<List<ReceivedVacancy>>> {
    const own = { organisationId: ownOrganisation(), country: ownCountry() };
    const createdAt = this.clock.now();
    const titles = items.filter(({ isco }) => isco === undefined).map(({ titre }) => titre);
    const readTitle = await this.titles.readerOf(titles.map((title) => [title, 'fr']));
    const received = items.map((dto, at) =>
      readHomeVacancy(dto, { ...own, id: newId(), createdAt }, { at, readTitle }),
    );
    // If a reference occurs twice, the last line wins.
    const lines = new Map(received.map((one) => [one.vacancy.reference, one]));
    return this.database.transaction(async (sql) => {
      await store(
        sql,
        [...lines.values()].map(({ vacancy }) => vacancy),
      );
      const references = [...lines.keys()];
      const stored = await sql
        .createQueryBuilder(HomeVacancy, 'v')
        .where('v.organisationId = :organisationId', own)
        .andWhere('v.reference = ANY (:references)', { references })
        .orderBy('v.id')
        .getMany();
      const taken = stored.map((vacancy) => ({
        vacancy,
        suggestions: lines.get(vacancy.reference)?.suggestions ?? [],
      }));
      const ids = new Set([...lines.values()].map(({ vacancy }) => vacancy.id));
      return new Stored(
        { items: taken },
        stored.some(({ id }) => ids.has(id)),
      );
    });
  }

  /** Lists vacancies, newest first, since old posts are mostly filled. */
  async list(query: PageQuery): Promise<Page<HomeVacancy>> {
    const rows = await this.database.transaction((sql) =>
      sql.find(HomeVacancy, newestFirst(query)),
    );
    return pageOf(rows, query);
  }

  /** Returns a vacancy. @throws ProblemError 404 */
  async get(id: string): Promise<HomeVacancy> {
    return this.database.transaction((sql) =>
      getOne(sql, HomeVacancy, { id }, homeVacancyNotFound),
    );
  }

  /**
   * Returns the agency's own returnees for a vacancy: those proposed first, best first, then those
   * held back. Decided at each call, so that a consent withdrawn a moment ago counts. @throws
   * ProblemError 404
   */
  async matches(id: string, language: Language): Promise<List<HomeMatch>> {
    const esco = await this.catalogue.graph();
    return this.database.transaction(async (sql) => {
      const vacancy = await getOne(sql, HomeVacancy, { id }, homeVacancyNotFound);
      const ids = await findReturnees(sql, vacancy.country, LOOKED_AT);
      const people = await loadPeople(sql, ids);
      const gained = await this.database.elevated(sql, () => findGained(sql, ids));
      const asked = { vacancy, on: this.clock.today(), esco };
      const decisions = people.map((person) => {
        const own = gained.filter(({ candidateId }) => candidateId === person.candidate.id);
        return decideAtHome(person, own, asked);
      });
      const shown = decisions.toSorted(byMerit).slice(0, SHOWN);
      return { items: viewsOf(shown, vacancy, language) };
    });
  }
}

/** A vacancy that is already stored keeps its id and its time of creation. */
async function store(sql: EntityManager, vacancies: readonly HomeVacancy[]): Promise<void> {
  const kept = ['id', 'organisationId', 'reference', 'createdAt'];
  const { columns } = sql.dataSource.getMetadata(HomeVacancy);
  const changing = columns.filter(({ propertyName }) => !kept.includes(propertyName));
  await sql
    .createQueryBuilder()
    .insert()
    .into(HomeVacancy)
    .values([...vacancies])
    .orUpdate(
      changing.map(({ databaseName }) => databaseName),
      ['organisation_id', 'reference'],
    )
    .execute();
}

function byMerit(a: HomeDecision, b: HomeDecision): number {
  return (
    Number(a.status !== 'proposed') - Number(b.status !== 'proposed') ||
    b.score.total - a.score.total ||
    (a.candidateId < b.candidateId ? -1 : 1)
  );
}

function viewsOf(
  decisions: readonly HomeDecision[],
  vacancy: HomeVacancy,
  language: Language,
): HomeMatch[] {
  const skills = vacancy.skills.map((label) => ({ uri: null, label }));
  const tell = contributionsIn(language, skillLabelsOf({ skills }));
  return decisions.map(({ candidateId, status, score, verdicts, gained }, index) => ({
    candidateId,
    status,
    rank: status === 'proposed' ? index + 1 : null,
    score: score.total,
    contributions: score.contributions.map(tell),
    verdicts: verdicts.map(({ rule, basis, verdict, reason }) => ({
      rule,
      basis: citationIn(basis, language),
      verdict,
      sentence: reasonSentence(reason, { language, audience: 'agency' }),
    })),
    gained: gained.map(({ candidateId: _, ...one }) => one),
  }));
}
