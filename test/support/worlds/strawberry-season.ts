import { aFewAtOnce } from '../callers/a-few-at-once.ts';
import { aCandidate, aVacancy } from './builders.ts';
import type { PlacementSeen } from '../callers/placing.ts';
import type { Caller, TestApp } from '../application/start-app.ts';
import { ToldProgress } from '../suite/told-progress.ts';

type Step = [by: Caller, step: string, words?: Record<string, string>];

export interface Farm {
  caller: Caller;
  /** The skill of the farm's people, so that each farm is shown its own. */
  skill: string;
}

/** A worker, with their current farm and contract. */
export interface Hand {
  farm: Farm;
  candidateId: string;
  contract: PlacementSeen;
}

export interface CallUpSeen {
  offered: number;
  items: { candidateId: string; placementId: string | null; outcome: string }[];
}

/** How many people use the application at the same time. */
const AT_ONCE = 8;

/** The people of a season in Huelva: farms, an agency in Morocco, the ministry of Spain. */
export class StrawberrySeason {
  readonly farms: Farm[] = [];
  readonly progress = new ToldProgress();

  constructor(
    private readonly test: TestApp,
    readonly agency: Caller,
    readonly ministry: Caller,
  ) {}

  async openFarms(count: number): Promise<void> {
    for (let number = 0; number < count; number += 1) {
      const caller = await this.test.caller('employer', 'ES');
      this.farms.push({ caller, skill: `finca ${number}` });
    }
  }

  async publish(
    { caller, skill }: Farm,
    season: { title: string; startsOn: string; endsOn: string; advertisedOn?: string },
  ): Promise<string> {
    const { title, startsOn, endsOn, advertisedOn: fromOn = '2026-10-01' } = season;
    const vacancy = aVacancy({
      title,
      isco: ['9211'],
      nace: 'A01.25',
      permitCategory: 'seasonal',
      positions: 4,
      languages: [],
      skills: [{ label: skill }],
      locations: [{ country: 'ES', nuts: 'ES615', city: 'Cartaya' }],
      advertising: [
        { channel: 'pes', fromOn },
        { channel: 'eures', fromOn },
      ],
      startsOn,
      endsOn,
    });
    const { body } = await caller.post('/v1/vacancies', vacancy).expect(201);
    return String(body.id);
  }

  /** Enters two candidates who have the farm's skill, and returns their ids. */
  async enrol(farm: Farm): Promise<string[]> {
    const enter = async (): Promise<string> => {
      const person = aCandidate({
        occupations: [{ isco: '9211', title: 'Recolector de fresa', years: 2 }],
        skills: [{ label: farm.skill }],
        languages: [{ code: 'ar', level: 'C2' }],
        educationLevel: 1,
      });
      const { body } = await this.agency.post('/v1/candidates', person).expect(201);
      return String(body.id);
    };
    return [await enter(), await enter()];
  }

  async enrolNewcomer(agency: Caller, { skill }: Farm): Promise<string> {
    const person = aCandidate({
      occupations: [{ isco: '9211', title: 'Recolector de fresa', years: 2 }],
      skills: [{ label: skill }],
      languages: [{ code: 'ar', level: 'C2' }],
      educationLevel: 1,
    });
    const consents = (person.consents ?? []).map((given) => ({ ...given, givenOn: '2028-01-05' }));
    const { body } = await agency.post('/v1/candidates', { ...person, consents }).expect(201);
    return String(body.id);
  }

  async consentAgain(candidateId: string, givenOn: string): Promise<void> {
    const consent = { ...aCandidate().consents?.[0], givenOn };
    await this.agency.post(`/v1/candidates/${candidateId}/consents`, consent).expect(201);
  }

  async matchesOf(farm: Farm, vacancyId: string): Promise<{ id: string; candidateId: string }[]> {
    const path = `/v1/vacancies/${vacancyId}/matches?limit=200`;
    const { body } = await farm.caller.get(path).expect(200);
    return body.items as { id: string; candidateId: string }[];
  }

  /** Has a farm look at its list once, and make an offer to each candidate by name. */
  async offer(
    farm: Farm,
    vacancyId: string,
    candidateIds: readonly string[],
  ): Promise<PlacementSeen[]> {
    const found = await this.matchesOf(farm, vacancyId);
    const offered: PlacementSeen[] = [];
    for (const candidateId of candidateIds) {
      const matchId = matchWith(found, candidateId);
      const { body } = await farm.caller.post('/v1/placements', { matchId }).expect(201);
      offered.push(body as PlacementSeen);
    }
    return offered;
  }

  async matchOf(farm: Farm, vacancyId: string, candidateId: string): Promise<string> {
    return matchWith(await this.matchesOf(farm, vacancyId), candidateId);
  }

  /** Counts all placements that the ministry sees, by status. */
  async countByStatus(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (let path = '/v1/placements?limit=200'; path !== '';) {
      const { body } = await this.ministry.get(path).expect(200);
      for (const { status } of body.items as PlacementSeen[]) {
        counts[status] = (counts[status] ?? 0) + 1;
      }
      const { nextCursor } = body as { nextCursor: string | null };
      path = nextCursor === null ? '' : `/v1/placements?limit=200&cursor=${nextCursor}`;
    }
    return counts;
  }

  /** Takes steps that must each succeed, and returns the placement afterwards. */
  async go(placement: PlacementSeen, ...steps: Step[]): Promise<PlacementSeen> {
    let current = placement;
    for (const [by, step, words] of steps) {
      const { status, body } = await by
        .post(`/v1/placements/${current.id}/steps`, { step, ...words })
        .set('If-Match', `"${current.version}"`);
      if (status !== 200) throw new Error(`${step}: ${JSON.stringify(body)}`);
      current = body as PlacementSeen;
    }
    return current;
  }

  /**
   * Records everything that the order on hiring in the country of origin requires before a contract
   * is authorised.
   */
  async putOnRecord(farm: Farm, { id }: PlacementSeen): Promise<void> {
    const happenedOn = this.test.clock.today();
    const papers: [Caller, string][] = [
      [farm.caller, 'accommodation'],
      [farm.caller, 'travel'],
      [this.agency, 'insurance'],
      [this.agency, 'return-undertaking'],
    ];
    for (const [by, kind] of papers) {
      const record = { kind, happenedOn, evidence: `Paper ${kind}` };
      await by.post(`/v1/placements/${id}/records`, record).expect(201);
    }
  }

  /** Makes a contract that follows another on the same stay: no new seat, visa or entry. */
  async chain(hand: Hand, farm: Farm, vacancyId: string): Promise<void> {
    const [offered] = await this.offer(farm, vacancyId, [hand.candidateId]);
    if (!offered) throw new Error('Nothing was offered.');
    const { campaignId, quotaIds } = offered;
    if (campaignId !== hand.contract.campaignId || quotaIds.length > 0) {
      throw new Error('A contract on the same stay took another seat.');
    }
    const accepted = await this.go(offered, [this.agency, 'accept']);
    await this.putOnRecord(farm, accepted);
    hand.contract = await this.go(
      accepted,
      [this.ministry, 'authorise', { evidence: 'GECCO, chained' }],
      [farm.caller, 'start-work'],
    );
    hand.farm = farm;
  }

  each<T, R>(items: readonly T[], work: (item: T, index: number) => Promise<R>): Promise<R[]> {
    let done = 0;
    return aFewAtOnce(items, AT_ONCE, async (item, index) => {
      const result = await work(item, index);
      this.progress.tellOf((done += 1), items.length);
      return result;
    });
  }

  on(date: string): void {
    this.test.clock.moveTo(new Date(`${date}T12:00:00Z`));
  }
}

function matchWith(
  found: readonly { id: string; candidateId: string }[],
  candidateId: string,
): string {
  const match = found.find((one) => one.candidateId === candidateId);
  if (!match) throw new Error('A farm is not shown its own people.');
  return match.id;
}
