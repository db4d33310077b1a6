import fc from 'fast-check';
import { anyTest } from '../../../src/matching/law/law.builders.ts';
import { LawRules } from '../../../src/matching/law/law-rules.service.ts';
import type { TestParameters } from '../../../src/matching/law/parameters/law-parameters.ts';
import type {
  MigrationFigureDto,
  OutflowCapDto,
  OutflowEntryDto,
  SectorExceptionDto,
} from '../../../src/partnerships/outflow/outflow.dto.ts';
import { Outflow } from '../../../src/partnerships/outflow/outflow.service.ts';
import type { PartnershipStatus } from '../../../src/partnerships/partnership.entity.ts';
import type { PartnershipDto } from '../../../src/partnerships/partnerships.dto.ts';
import { Partnerships } from '../../../src/partnerships/partnerships.service.ts';
import { PressedSectors } from '../../../src/partnerships/pressed-sectors.service.ts';
import {
  actAs,
  type OrganisationRole,
  type Tenant,
} from '../../../src/platform/database/tenant.ts';
import { ProblemError } from '../../../src/platform/http/problem.ts';
import type { QuotaEntryDto } from '../../../src/quotas/ledger/ledger.dto.ts';
import { Ledger } from '../../../src/quotas/ledger/ledger.service.ts';
import { Quotas } from '../../../src/quotas/quotas.service.ts';
import { aPartnership, aPressedSector, aQuota } from './builders.ts';
import type { TestApp } from '../application/start-app.ts';

const some = <T>(...values: [T, ...T[]]): fc.Arbitrary<T> => fc.constantFrom(...values);
const partner = some('MA', 'SN');
/** Only two states, so that most decisions concern most vacancies. */
export const statesAtWork = ['FR', 'IE'];
const state = some('FR', 'IE');
const thisYear = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
const cited = { citation: 'Agreement for tests' };

const partnershipTerms = fc
  .record({
    states: fc.subarray(statesAtWork, { minLength: 1 }),
    status: some<PartnershipStatus>('in-force', 'in-force', 'in-force', 'suspended', 'ended'),
    components: fc.subarray(['quotas', 'matching']),
    circularExemption: fc.boolean(),
    endsOn: some('2026-12-31', '2026-06-01'),
  })
  .map(aPartnership);
const sectorTerms = fc
  .record({
    code: some('7', '741', '7411', '7412'),
    effects: fc.subarray(['no-active-matching', 'no-favourable-treatment'], { minLength: 1 }),
    startsOn: some('2026-01-01', '2026-07-01'),
  })
  .map(aPressedSector);
const exceptionTerms: fc.Arbitrary<SectorExceptionDto> = fc
  .record({ state, people: fc.integer({ min: 1, max: 3 }) })
  .map((one) => ({ ...one, ...thisYear, ...cited }));
const departure: fc.Arbitrary<OutflowEntryDto> = fc
  .record({ state, people: some(-1, 1, 2), isco: some('7411', '7412') })
  .map((one) => ({ ...one, leftOn: '2026-05-01', reason: 'Register' }));
const capTerms: fc.Arbitrary<OutflowCapDto> = fc
  .oneof(
    fc.record({ people: fc.nat(9), isco: some('7', '7411') }),
    fc.record({ sharePerMille: some(0.5, 1, 2.5), isco: some('7411') }),
  )
  .map((one) => ({ ...one, year: 2026, effects: ['no-active-matching'], ...cited }));
const figureTerms: fc.Arbitrary<MigrationFigureDto> = fc
  .record({ workforce: fc.integer({ min: 500, max: 9_000 }), year: some(2025, 2026) })
  .map((one) => ({ ...one, isco: '7411', source: 'Census' }));
const offerTerms = fc
  .record({
    partnerCountry: partner,
    scope: some({ scopeScheme: 'any' as const, scopeCode: undefined }, { scopeCode: '74' }),
    permitCategory: some(undefined, 'general', 'seasonal'),
    seats: fc.nat(3),
  })
  .map(({ scope, ...one }) => aQuota({ ...one, ...scope }));
const seatsOutside: fc.Arbitrary<QuotaEntryDto> = fc
  .record({ act: some<QuotaEntryDto['act']>('take', 'release'), seats: some(1, 2) })
  .map((one) => ({ ...one, reason: 'On paper' }));

/** What authorities decide, by kind. `which` selects among the objects that exist already. */
const kinds = {
  partnership: fc.record({ partner, terms: partnershipTerms }),
  sector: fc.record({ partner, which: fc.nat(), lifts: fc.boolean(), terms: sectorTerms }),
  exception: fc.record({ partner, which: fc.nat(), terms: exceptionTerms }),
  departure: fc.record({ partner, terms: departure }),
  cap: fc.record({ partner, which: fc.nat(), terms: capTerms }),
  figure: fc.record({ partner, terms: figureTerms }),
  offer: fc.record({ state, which: fc.nat(), terms: offerTerms }),
  seats: fc.record({ state, which: fc.nat(), terms: seatsOutside }),
  move: fc.record({ state, seats: some(1, 2) }),
  law: fc.record({ state, terms: anyTest }),
};
export type ChangeKind = keyof typeof kinds;
export const changeKinds = Object.keys(kinds) as ChangeKind[];

type Terms<K extends ChangeKind> = (typeof kinds)[K] extends fc.Arbitrary<infer T> ? T : never;

/** A random decision of an authority, of a given kind. */
export type Change = { [K in ChangeKind]: { kind: K; terms: Terms<K> } }[ChangeKind];

export function anyChange(kind: ChangeKind): fc.Arbitrary<Change> {
  return kinds[kind].map((terms) => ({ kind, terms }) as Change);
}

const as = (role: OrganisationRole, country: string | null = null): Tenant => ({
  role,
  country,
  organisationId: null,
});

const FIRST = { limit: 200 };
/** At most this many objects of one kind are made; after that they are only changed. */
const MOST = 4;

/**
 * Carries out what authorities decide, each decision with the service and the rights of its
 * authority.
 */
export class AuthoritiesAtWork {
  private readonly made: { [K in ChangeKind]: (terms: Terms<K>) => Promise<unknown> };

  constructor(private readonly test: TestApp) {
    this.made = { ...this.ofAgreements(), ...this.ofDepartures(), ...this.ofOffers() };
  }

  /**
   * Makes the change. A change that the facts forbid (409), such as taking a seat that does not
   * exist, is skipped.
   */
  async make({ kind, terms }: Change): Promise<void> {
    const make = this.made[kind] as (terms: Change['terms']) => Promise<unknown>;
    await make(terms).catch((error: unknown) => {
      if (!(error instanceof ProblemError) || error.status !== 409) throw error;
    });
  }

  private ofAgreements() {
    const [partnerships, sectors] = [this.of(Partnerships), this.of(PressedSectors)];
    return {
      partnership: ({ partner, terms }: Terms<'partnership'>) =>
        actAs(as('admin'), async () => {
          const { items } = await partnerships.list(FIRST);
          const known = items.find(({ partnerCountry }) => partnerCountry === partner);
          const next: PartnershipDto = { ...terms, partnerCountry: partner };
          return known
            ? partnerships.change(known.id, known.version, next)
            : partnerships.create(next);
        }),
      sector: ({ partner, which, lifts, terms }: Terms<'sector'>) =>
        actAs(as('partner-authority', partner), async () => {
          const known = pick(await this.sectorsOf(partner), which);
          if (!known) return sectors.create(terms);
          return lifts ? sectors.lift(known.id) : sectors.change(known.id, known.version, terms);
        }),
      exception: ({ partner, which, terms }: Terms<'exception'>) =>
        actAs(as('partner-authority', partner), async () => {
          const all = await this.sectorsOf(partner);
          const known = all[which % Math.max(1, all.length)];
          return known && sectors.addException(known.id, terms);
        }),
    };
  }

  private ofDepartures() {
    const outflow = this.of(Outflow);
    return {
      departure: ({ partner, terms }: Terms<'departure'>) =>
        actAs(as('partner-authority', partner), () => outflow.count(terms)),
      cap: ({ partner, which, terms }: Terms<'cap'>) =>
        actAs(as('partner-authority', partner), async () => {
          const { items } = await outflow.caps({ ...FIRST, partnerCountry: partner });
          const known = pick(items, which);
          return known ? outflow.changeCap(known.id, known.version, terms) : outflow.cap(terms);
        }),
      figure: ({ partner, terms }: Terms<'figure'>) =>
        actAs(as('partner-authority', partner), () => outflow.record(terms)),
    };
  }

  private ofOffers() {
    const [quotas, ledger] = [this.of(Quotas), this.of(Ledger)];
    return {
      offer: ({ state, which, terms }: Terms<'offer'>) =>
        actAs(as('ministry', state), async () => {
          const known = pick((await quotas.list(FIRST)).items, which);
          return known ? quotas.change(known.id, known.version, terms) : quotas.offer(terms);
        }),
      seats: ({ state, which, terms }: Terms<'seats'>) =>
        actAs(as('ministry', state), async () => {
          const { items } = await quotas.list(FIRST);
          const known = items[which % Math.max(1, items.length)];
          return known && ledger.record(known.id, terms);
        }),
      move: ({ state, seats }: Terms<'move'>) =>
        actAs(as('ministry', state), async () => {
          const { items } = await quotas.list(FIRST);
          const [from] = items.toSorted((a, b) => b.remaining - a.remaining);
          const to = items.find(({ id }) => id !== from?.id);
          return from && to && ledger.move(from.id, { to: to.id, seats, reason: 'More needed' });
        }),
      law: ({ state, terms }: Terms<'law'>) => this.changeTest(state, terms),
    };
  }

  /** Records the next version of the state's own test, or its first. */
  private async changeTest(state: string, parameters: TestParameters): Promise<unknown> {
    const rules = this.of(LawRules);
    const code = `labour-market-test.changing-${state.toLowerCase()}`;
    const dto = {
      citation: 'Act for tests',
      certainty: 'verified' as const,
      validFrom: '2026-01-01',
      parameters,
      reason: 'For tests',
    };
    return actAs(as('ministry', state), async () => {
      const known = (await rules.list({})).items.find((rule) => rule.code === code);
      return known
        ? rules.change(code, known.version, dto, false)
        : rules.record({ ...dto, code, kind: 'labour-market-test' }, false);
    });
  }

  private async sectorsOf(partner: string): Promise<{ id: string; version: number }[]> {
    const { items } = await this.of(PressedSectors).list(FIRST);
    return items.filter(({ partnerCountry }) => partnerCountry === partner);
  }

  private of<T>(service: new (...parts: never[]) => T): T {
    return this.test.app.get(service);
  }
}

/** Picks an existing object, or none, so that a further one is made. */
function pick<T>(all: readonly T[], which: number): T | undefined {
  return all[which % Math.min(MOST, all.length + 1)];
}
