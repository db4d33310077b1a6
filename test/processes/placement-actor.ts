import { draftFor, type QuotaWorld } from '../../bench/quota/quota-world.ts';
import { persistence } from '../../src/data-source.ts';
import { Departures } from '../../src/partnerships/outflow/departures.service.ts';
import { OfferDesk } from '../../src/placements/offers/offer-desk.ts';
import { Consequences } from '../../src/placements/steps/consequences.ts';
import { DepartureTracker } from '../../src/placements/steps/departure-tracker.ts';
import { NextContracts } from '../../src/placements/steps/next-contracts.ts';
import type { Party, StepName } from '../../src/placements/steps/placement-steps.ts';
import { PlacementSteps } from '../../src/placements/steps/placement-steps.service.ts';
import { Withdrawals } from '../../src/placements/steps/withdrawals.ts';
import { WaitingList } from '../../src/placements/waiting-list.ts';
import { SystemClock } from '../../src/platform/clock/clock.ts';
import { runtimeConnections } from '../../src/platform/database/connections.ts';
import { Database } from '../../src/platform/database/database.ts';
import { actAs, SYSTEM, type Tenant } from '../../src/platform/database/tenant.ts';
import { QuotaSeats } from '../../src/quotas/ledger/quota-seats.service.ts';

/**
 * Offers, confirms, releases and lets lapse, as fast as possible and eight at a time, until it is
 * killed. Writes each acknowledged step, which must still be stored afterwards.
 */
const { url, world } = JSON.parse(process.argv[2] ?? '') as { url: string; world: QuotaWorld };
const database = new Database(await runtimeConnections(url, persistence).initialize());
const [clock, seats] = [new SystemClock(), new QuotaSeats()];
const desk = new OfferDesk(database, seats);
const leaving = new DepartureTracker(new Departures(clock), clock);
const next = new NextContracts(seats, clock, leaving);
const withdrawals = new Withdrawals(seats, clock, leaving);
const consequences = new Consequences(clock, leaving, next, withdrawals);
const steps = new PlacementSteps(database, clock, seats, consequences);
const waiting = new WaitingList(seats, clock);

const tenants: Record<'agency' | 'employer' | 'ministry', Tenant> = {
  agency: { role: 'agency', organisationId: world.agencyId, country: 'MA' },
  employer: { role: 'employer', organisationId: world.employerId, country: 'ES' },
  ministry: { role: 'ministry', organisationId: world.employerId, country: 'ES' },
};
const words = { reason: 'test', evidence: 'test' };
const roads: [Party & keyof typeof tenants, StepName][][] = [
  [['agency', 'refuse']],
  [
    ['agency', 'accept'],
    ['ministry', 'deny'],
  ],
  [
    ['agency', 'accept'],
    ['ministry', 'authorise'],
    ['employer', 'withdraw'],
  ],
  [
    ['agency', 'accept'],
    ['ministry', 'authorise'],
    ['ministry', 'issue-visa'],
    ['ministry', 'enter'],
  ],
  [],
];

const any = <T>(items: readonly T[]): T => items[Math.floor(Math.random() * items.length)] as T;
const tell = (placementId: string, step: string): void =>
  void process.stdout.write(`${placementId} ${step}\n`);

async function live(): Promise<void> {
  const draft = {
    ...draftFor(world, any([...world.candidateIds.keys()])),
    permitCategory: 'general' as const,
  };
  const answerByOn = any(['2020-01-01', draft.answerByOn]);
  const [outcome] = await desk.write({ drafts: [{ ...draft, answerByOn }], atLeast: 1 });
  if (outcome !== 'offered') return;
  tell(draft.id, 'offer');
  for (const [party, step] of any(roads)) {
    await actAs(tenants[party], () => steps.takeCurrent(draft.id, { step, ...words }));
    tell(draft.id, step);
  }
}

// A lapse or another accepted offer may come first, which is no failure here.
const forever = async (work: () => Promise<void>): Promise<void> => {
  for (;;) await work().catch(() => undefined);
};
await Promise.all([
  ...Array.from({ length: 8 }, () => forever(live)),
  forever(() => database.as(SYSTEM, (sql) => waiting.expire(sql, clock.today()))),
]);
