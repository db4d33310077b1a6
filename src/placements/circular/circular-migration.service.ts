import { Injectable } from '@nestjs/common';
import { findRules } from '../../matching/law/law-rules.queries.ts';
import type { AbsenceParameters } from '../../matching/law/parameters/circular-parameters.ts';
import type { LawRuleVersion } from '../../matching/law/law-rule-version.entity.ts';
import { isForMatches } from '../../matching/law/law-rule.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import type { List } from '../../platform/http/paging.ts';
import { noSuchRule } from '../placements.errors.ts';
import { type Absence, absenceOf } from './absence.ts';
import type { AbsenceQuery } from './circular.dto.ts';
import { findInForce } from './circular-rules.ts';

/** The rules of circular migration, and what they say in a given case. */
@Injectable()
export class CircularMigration {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Returns the latest version of every rule, whatever the date. */
  async rules(): Promise<List<LawRuleVersion>> {
    const found = await this.database.transaction((sql) => findRules(sql));
    return { items: found.filter(({ kind }) => !isForMatches(kind)) };
  }

  /**
   * Computes an absence by the rule of the day of leaving. @throws ProblemError 404 for a day
   * before every rule
   */
  async absence({ leftOn, state }: AbsenceQuery): Promise<Absence> {
    const [rule] = await this.database.transaction((sql) =>
      findInForce(sql, 'residence-absence', { state: state ?? null, on: leftOn }),
    );
    if (!rule) throw noSuchRule();
    const { months } = rule.parameters as AbsenceParameters;
    return absenceOf(leftOn, this.clock.today(), { months, citation: rule.citation });
  }
}
