import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CircularStayParameters } from '../../matching/law/parameters/circular-parameters.ts';
import type { LawRule } from '../../matching/law/law-rule.ts';
import { PlacementsRefused } from '../../matching/law/placements-refused.ts';
import { findStayRules, ruleAmong } from './circular-rules.ts';
import { lastLawfulDay } from './maximum-stay.ts';
import { laterThan, staysOfPeople } from './stay-history.queries.ts';

/** A contract that nobody has accepted yet. */
interface Open {
  candidateId: string;
  state: string;
  permitCategory: string;
  startsOn: string;
  endsOn: string;
}

/**
 * Counts the open offers whose stay a draft rule would not allow; accepting them would be refused.
 */
@Injectable()
export class OffersRefused extends PlacementsRefused {
  async count(sql: EntityManager, draft: LawRule): Promise<number> {
    if (draft.kind !== 'circular-stay') return 0;
    const recorded = await findStayRules(sql);
    const rules = [...recorded.filter(({ code }) => code !== draft.code), draft];
    const offers = (await findOpen(sql, draft.state)).filter(
      (offer) => ruleAmong(rules, offer)?.code === draft.code,
    );
    const limit = draft.parameters as CircularStayParameters;
    let refused = 0;
    for (const state of new Set(offers.map((offer) => offer.state))) {
      const own = offers.filter((offer) => offer.state === state);
      const candidateId = own.map((offer) => offer.candidateId);
      const stays = await staysOfPeople(sql, { candidateId, state });
      const isLawful = ({ candidateId: id, startsOn, endsOn }: Open): boolean => {
        const known = stays.get(id) ?? [];
        const later = laterThan(startsOn, known, rules);
        return endsOn <= (lastLawfulDay(known, startsOn, limit, later) ?? '');
      };
      refused += own.filter((offer) => !isLawful(offer)).length;
    }
    return refused;
  }
}

/** Finds the open contracts in a state, or in all states if it is null. */
function findOpen(sql: EntityManager, state: string | null): Promise<Open[]> {
  return sql.query<Open[]>(
    `SELECT candidate_id AS "candidateId", state, permit_category AS "permitCategory",
            starts_on::text AS "startsOn", ends_on::text AS "endsOn"
       FROM placement
      WHERE status IN ('waiting', 'offered') AND candidate_id IS NOT NULL
        AND ($1::text IS NULL OR state = $1)`,
    [state],
  );
}
