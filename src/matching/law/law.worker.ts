import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Jobs } from '../../jobs.ts';
import { HandlesJob } from '../../platform/queue/handles-job.ts';
import { putJob } from '../../platform/queue/outbox.ts';
import { limitsDepartures } from '../../partnerships/outflow/outflow.queries.ts';
import { Partnership } from '../../partnerships/partnership.entity.ts';
import { outdateEverywhere, outdateForPartner, outdateForState } from '../outdate.queries.ts';
import { isForMatches } from './law-rule.ts';
import { findRules } from './law-rules.queries.ts';

/**
 * Reacts to changes of law and of what limits departures: the vacancies concerned are decided
 * again.
 */
@Injectable()
export class LawWorker {
  @HandlesJob('law.changed')
  async changed({ code }: Jobs['law.changed'], sql: EntityManager): Promise<void> {
    const [rule] = await findRules(sql, { code });
    if (!rule || !isForMatches(rule.kind)) return;
    const { state } = rule;
    await this.announce(
      sql,
      state === null ? await outdateEverywhere(sql) : await outdateForState(sql, state),
    );
  }

  @HandlesJob('outflow.changed')
  async outflowChanged(
    { partnerCountry }: Jobs['outflow.changed'],
    sql: EntityManager,
  ): Promise<void> {
    if (!(await limitsDepartures(sql, partnerCountry))) return;
    const agreed = await sql.findBy(Partnership, { partnerCountry });
    const states = agreed.flatMap((partnership) => partnership.states);
    await this.announce(sql, await outdateForPartner(sql, partnerCountry, states));
  }

  private async announce(sql: EntityManager, outdated: number): Promise<void> {
    if (outdated > 0) await putJob(sql, 'matches.outdated', {});
  }
}
