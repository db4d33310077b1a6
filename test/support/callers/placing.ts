import type request from 'supertest';
import type { Road } from '../worlds/road.ts';
import type { Caller } from '../application/start-app.ts';

/** The members of a placement that stories look at. */
export interface PlacementSeen {
  id: string;
  status: string;
  candidateId: string | null;
  vacancyId: string;
  campaignId: string;
  quotaIds: string[];
  startsOn: string;
  endsOn: string;
  version: number;
}

type Words = Record<string, string>;

/** Takes placements through their steps over HTTP, each step by the caller that the story names. */
export class Placing {
  constructor(private readonly road: Road) {}

  /**
   * Returns the first match proposed for a vacancy, or the candidate's match.
   * @throws Error if there is none
   */
  async matchOf(vacancyId: string, candidateId?: string): Promise<string> {
    const found = await this.road.matches(vacancyId);
    const match = found.find((one) => candidateId === undefined || one.candidateId === candidateId);
    if (!match) throw new Error('Nobody is proposed.');
    return match.id;
  }

  offer(matchId: string, known: object = {}): request.Test {
    const terms = { startsOn: '2027-03-01', endsOn: '2027-08-31', ...known };
    return this.road.employer.post('/v1/placements', { matchId, ...terms });
  }

  async read(id: string, by: Caller = this.road.employer): Promise<PlacementSeen> {
    const { body } = await by.get(`/v1/placements/${id}`).expect(200);
    return body as PlacementSeen;
  }

  /** Sends a step from the placement's current version. */
  async step(by: Caller, id: string, step: string, words: Words = {}): Promise<request.Test> {
    const { version } = await this.read(id, by);
    return this.stepFrom(by, id, version, { step, ...words });
  }

  stepFrom(by: Caller, id: string, version: number, body: object): request.Test {
    return by.post(`/v1/placements/${id}/steps`, body).set('If-Match', `"${version}"`);
  }

  /** Takes several steps, each of which must succeed. */
  async go(id: string, ...road: [by: Caller, step: string, words?: Words][]): Promise<void> {
    for (const [by, step, words] of road) {
      const { version } = await this.read(id, by);
      const { status, body } = await this.stepFrom(by, id, version, { step, ...words });
      if (status !== 200) throw new Error(`${step}: ${JSON.stringify(body)}`);
    }
  }

  record(by: Caller, id: string, kind: string, known: object = {}): request.Test {
    const body = { kind, happenedOn: '2026-11-24', evidence: `Paper: ${kind}`, ...known };
    return by.post(`/v1/placements/${id}/records`, body);
  }

  /** Returns the seats of the national offer for nurses, as its ministry sees them. */
  async seats(): Promise<Record<string, number>> {
    const { body } = await this.road.ministry.get(`/v1/quotas/${this.road.quotaId}`).expect(200);
    const { seats, reserved, confirmed, used, remaining } = body as Record<string, number>;
    return { seats, reserved, confirmed, used, remaining } as Record<string, number>;
  }
}
