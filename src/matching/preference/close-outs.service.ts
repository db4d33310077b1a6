import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { getOne } from '../../platform/database/rows.ts';
import { dateInState } from '../../reference/countries/state-days.ts';
import { vacancyNotFound } from '../../vacancies/vacancies.errors.ts';
import { Vacancy } from '../../vacancies/vacancy.entity.ts';
import type { ToldRule } from '../law/law-rule-version.entity.ts';
import {
  VacancyTests,
  type VacancyTestView,
} from '../law/labour-market-test/vacancy-tests.service.ts';
import { VacancyMatching } from '../matches/vacancy-matching.entity.ts';
import type { DomesticMatch } from './close-out.ts';
import { findDomestic } from './invitations.queries.ts';

/**
 * What the employer did with every candidate with preference, and the test that lets others be
 * shown.
 */
export interface CloseOut {
  vacancyId: string;
  on: string;
  labourMarketTest: VacancyTestView;
  /** The rule that sets the score from which candidates have to be invited; null without one. */
  duty: ToldRule<'duty-to-invite'> | null;
  domestic: DomesticMatch[];
  /** How many candidates are owed an invitation, or the reason why they were not hired. */
  owed: number;
  /** True once nothing is owed any more. */
  complete: boolean;
  summary: VacancyMatching | null;
}

/** The report that closes a vacancy: why each fit candidate with preference was not hired. */
@Injectable()
export class CloseOuts {
  constructor(
    private readonly database: Database,
    private readonly tests: VacancyTests,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 404 for a vacancy that the caller cannot see */
  async of(vacancyId: string): Promise<CloseOut> {
    return this.database.transaction(async (sql) => {
      const vacancy = await getOne(sql, Vacancy, { id: vacancyId }, vacancyNotFound);
      const on = dateInState(vacancy.state, this.clock.now());
      const { duty, domestic } = await findDomestic(sql, { vacancyId, state: vacancy.state }, on);
      const owed = domestic.filter((match) => match.owed !== null).length;
      return {
        vacancyId,
        on,
        labourMarketTest: await this.tests.of(vacancyId, {}),
        duty,
        domestic,
        owed,
        complete: owed === 0,
        summary: await sql.findOneBy(VacancyMatching, { vacancyId }),
      };
    });
  }
}
