import type { CandidateDto } from '../../../src/candidates/candidates.dto.ts';
import type { VacancyDto } from '../../../src/vacancies/vacancies.dto.ts';
import { aCandidate, aPartnership, aQuota, aVacancy } from './builders.ts';
import { isStored } from '../callers/is-stored.ts';
import type { Caller, TestApp } from '../application/start-app.ts';

/** The parties on the road from a Spanish vacancy to Moroccan candidates. */
export interface Road {
  employer: Caller;
  agency: Caller;
  ministry: Caller;
  authority: Caller;
  admin: Caller;
  quotaId: string;
  /** Publishes a vacancy and returns its id. */
  publish: (known?: Partial<VacancyDto>) => Promise<string>;
  /** Enters a candidate and returns their id. */
  enter: (known?: Partial<CandidateDto>, agency?: Caller) => Promise<string>;
  /** Returns the decisions on a vacancy that `caller` sees, once everything has settled. */
  matches: (vacancyId: string, caller?: Caller) => Promise<MatchSeen[]>;
  /** Returns the decision on a candidate for a vacancy, as their agency sees it. */
  told: (candidateId: string, vacancyId: string) => Promise<MatchSeen | undefined>;
}

interface MatchSeen {
  id: string;
  vacancyId: string;
  candidateId: string;
  status: string;
  rank: number | null;
  score: number;
  precedence: string | null;
  version: number;
  why: string;
  tier: { tier: string; because: string };
  verdicts: { rule: string; verdict: string; code: string; sentence: string }[];
}

/**
 * Makes an employer in Spain, an agency in Morocco, a partnership in force, and seats for nurses.
 */
export async function openRoad(test: TestApp): Promise<Road> {
  const admin = await test.caller('admin');
  const [employer, agency] = [
    await test.caller('employer', 'ES'),
    await test.caller('agency', 'MA'),
  ];
  const ministry = await test.caller('ministry', 'ES');
  const authority = await test.caller('partner-authority', 'MA');
  await admin.post('/v1/partnerships', aPartnership()).expect(201);
  const { body: quota } = await ministry.post('/v1/quotas', aQuota()).expect(201);
  const seen = async (caller: Caller, path: string): Promise<MatchSeen[]> => {
    await test.settle();
    const { body } = await caller.get(`${path}?limit=200`).expect(200);
    return body.items as MatchSeen[];
  };
  return {
    employer,
    agency,
    ministry,
    authority,
    admin,
    quotaId: String(quota.id),
    publish: async (known) => {
      const { body } = await employer.post('/v1/vacancies', aVacancy(known)).expect(isStored);
      return String(body.id);
    },
    enter: async (known, by = agency) => {
      const { body } = await by.post('/v1/candidates', aCandidate(known)).expect(isStored);
      return String(body.id);
    },
    matches: (vacancyId, caller = employer) => seen(caller, `/v1/vacancies/${vacancyId}/matches`),
    told: async (candidateId, vacancyId) => {
      const all = await seen(agency, `/v1/candidates/${candidateId}/matches`);
      return all.find((match) => match.vacancyId === vacancyId);
    },
  };
}
