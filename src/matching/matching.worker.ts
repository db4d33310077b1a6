import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { findPeopleTurning } from '../candidates/consents.queries.ts';
import type { Jobs } from '../jobs.ts';
import { Partnership } from '../partnerships/partnership.entity.ts';
import { PressedSector } from '../partnerships/pressed-sector.entity.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { SYSTEM } from '../platform/database/tenant.ts';
import { HandlesJob, type JobSteps } from '../platform/queue/handles-job.ts';
import { putJob } from '../platform/queue/outbox.ts';
import { Quota } from '../quotas/quota.entity.ts';
import { shareDecisions } from '../vacancies/decisions-lock.queries.ts';
import { forgetChanges } from './engine/engine-candidates.queries.ts';
import { forgetInputs } from './matches/decision-inputs.ts';
import {
  hasOutdated,
  noteChanged,
  outdateForDate,
  outdateForImport,
  outdateForPartner,
  outdateForPeople,
  outdateForSeats,
  outdateVacancies,
  takeOutdated,
} from './outdate.queries.ts';
import { forgetWithdrawn } from './assignment/forget-withdrawn.queries.ts';
import { forgetMatches } from './matches/forget-matches.queries.ts';
import { VacancyMatcher } from './vacancy-matcher.ts';

/** How many vacancies are decided in one transaction. */
const CHUNK = 100;

/** Reacts to facts that may change decisions. Only the vacancies concerned are decided again. */
@Injectable()
export class MatchingWorker {
  constructor(
    private readonly database: Database,
    private readonly matcher: VacancyMatcher,
    private readonly clock: Clock,
  ) {}

  @HandlesJob('vacancy.published', { many: true })
  async published(jobs: readonly Jobs['vacancy.published'][], sql: EntityManager): Promise<void> {
    await this.matcher.match(sql, vacanciesOf(jobs));
  }

  @HandlesJob('vacancy.changed', { many: true })
  async changed(jobs: readonly Jobs['vacancy.changed'][], sql: EntityManager): Promise<void> {
    await this.matcher.match(sql, vacanciesOf(jobs));
  }

  @HandlesJob('vacancy.withdrawn', { many: true })
  async withdrawn(jobs: readonly Jobs['vacancy.withdrawn'][], sql: EntityManager): Promise<void> {
    await this.matcher.match(sql, vacanciesOf(jobs));
  }

  @HandlesJob('vacancies.arrived')
  async vacanciesArrived(
    { vacancyIds }: Jobs['vacancies.arrived'],
    sql: EntityManager,
  ): Promise<void> {
    await this.announce(sql, await outdateVacancies(sql, vacancyIds));
  }

  @HandlesJob('candidates.arrived')
  async candidatesArrived(
    { importId }: Jobs['candidates.arrived'],
    sql: EntityManager,
  ): Promise<void> {
    await this.announce(sql, await outdateForImport(sql, importId, this.clock.today()));
  }

  /**
   * Deletes the matches of candidates who withdrew, or whose duplicate record is now matched
   * instead. This happens first and in this transaction. The other effects of the changes are
   * worked out later, for many candidates at once.
   */
  @HandlesJob('candidate.indexed', { many: true })
  async peopleChanged(
    people: readonly Jobs['candidate.indexed'][],
    sql: EntityManager,
  ): Promise<void> {
    await this.afterChange(
      sql,
      people.map(({ candidateId }) => candidateId),
    );
  }

  @HandlesJob('candidates.indexed', { inSteps: true, queue: 'small-imports' })
  async manyChanged({ candidateIds }: Jobs['candidates.indexed'], steps: JobSteps): Promise<void> {
    await steps.once('all', (sql) => this.afterChange(sql, candidateIds));
  }

  private async afterChange(sql: EntityManager, ids: readonly string[]): Promise<void> {
    await shareDecisions(sql);
    const lost = await forgetMatches(sql, ids);
    await forgetWithdrawn(sql, ids);
    if (lost.length > 0) await outdateVacancies(sql, lost);
    await noteChanged(sql, ids);
    await putJob(sql, 'matches.outdated', {});
  }

  @HandlesJob('partnership.changed')
  async partnershipChanged(
    { partnershipId }: Jobs['partnership.changed'],
    sql: EntityManager,
  ): Promise<void> {
    const found = await sql.findOneBy(Partnership, { id: partnershipId });
    if (!found) return;
    const { partnerCountry, states } = found;
    await this.announce(sql, await outdateForPartner(sql, partnerCountry, states));
  }

  /** Lifting a sector revives no matches by itself. To look again, a caller starts a run. */
  @HandlesJob('pressed-sector.changed')
  async pressedSectorChanged(
    { pressedSectorId }: Jobs['pressed-sector.changed'],
    sql: EntityManager,
  ): Promise<void> {
    const sector = await sql.findOneBy(PressedSector, { id: pressedSectorId });
    if (!sector || sector.liftedAt !== null) return;
    const { partnerCountry } = sector;
    const agreed = await sql.findBy(Partnership, { partnerCountry });
    const states = agreed.flatMap((partnership) => partnership.states);
    await this.announce(sql, await outdateForPartner(sql, partnerCountry, states));
  }

  @HandlesJob('quota.changed')
  async quotaChanged({ quotaId }: Jobs['quota.changed'], sql: EntityManager): Promise<void> {
    const quota = await sql.findOneBy(Quota, { id: quotaId });
    if (!quota) return;
    await this.announce(sql, await outdateForSeats(sql, quota.state, this.clock.today()));
  }

  @HandlesJob('matching.nightly', { every: 'night' })
  async nightly({ on }: Jobs['matching.nightly'], sql: EntityManager): Promise<void> {
    for (const candidateIds of await findPeopleTurning(sql, on)) {
      await putJob(sql, 'candidates.unindexed', { candidateIds });
    }
    await forgetChanges(sql);
    await forgetInputs(sql);
    await this.announce(sql, await outdateForDate(sql, on));
  }

  /** Decides on all marked vacancies, 100 per step, until none is left. */
  @HandlesJob('matches.outdated', { inSteps: true })
  async outdated(_: Jobs['matches.outdated'], steps: JobSteps): Promise<void> {
    for (let step = 1; await this.database.as(SYSTEM, hasOutdated); step += 1) {
      await steps.once(`people-${step}`, (sql) => outdateForPeople(sql, this.clock.today()));
      await steps.once(`chunk-${step}`, async (sql) => {
        await this.matcher.match(sql, await takeOutdated(sql, CHUNK));
      });
    }
  }

  private async announce(sql: EntityManager, outdated: number): Promise<void> {
    if (outdated > 0) await putJob(sql, 'matches.outdated', {});
  }
}

function vacanciesOf(jobs: readonly { vacancyId: string }[]): string[] {
  return jobs.map(({ vacancyId }) => vacancyId);
}
