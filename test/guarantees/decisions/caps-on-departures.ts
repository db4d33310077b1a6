import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MigrationFigure } from '../../../src/partnerships/outflow/migration-figure.entity.ts';
import { OutflowCap } from '../../../src/partnerships/outflow/outflow-cap.entity.ts';
import { OutflowEntry } from '../../../src/partnerships/outflow/outflow-entry.entity.ts';
import {
  findCapStandings,
  findExceptionsLeft,
} from '../../../src/partnerships/outflow/outflow.queries.ts';
import { PressedSector } from '../../../src/partnerships/pressed-sector.entity.ts';
import { SectorException } from '../../../src/partnerships/sector-exception.entity.ts';
import { newId } from '../../../src/platform/database/new-id.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { figure } from '../../support/suite/figure.ts';
import { startTestDatabase, type TestDatabase } from '../../support/application/test-database.ts';

const WORLDS = figure({ suite: 100, soak: 10_000 });

const country = fc.constantFrom('MA', 'TN');
const isco = fc.constantFrom(null, '2', '22', '2221', '2212', '7411');
const nace = fc.constantFrom(null, 'R', 'R86.10', 'R87', 'F43.21');
const [nurse, midwife] = ['nurse', 'midwife'].map((one) => `esco:${one}`);
const esco = fc.constantFrom(null, nurse, midwife);
const region = fc.constantFrom(null, 'Souss-Massa', 'Oriental');
const year = fc.constantFrom(2025, 2026);
const effects = fc.constant<string[]>(['no-active-matching']);
const id = fc.constant(null).map(() => newId());
const cited = { citation: fc.constant('Decree'), version: fc.constant(1) };

const anyCap = fc
  .record({ id, partnerCountry: country, isco, region, year, effects, ...cited })
  .chain((cap) =>
    fc.oneof(
      fc.nat(20).map((people) => ({ ...cap, people, sharePerMille: null })),
      fc.nat(3_000).map((tenths) => ({ ...cap, people: null, sharePerMille: tenths / 1_000 })),
    ),
  );
const anyEntry = fc.record({
  id,
  partnerCountry: country,
  state: fc.constantFrom('ES', 'DE'),
  isco,
  nace,
  esco,
  region,
  leftOn: fc.constantFrom('2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01', '2026-06-15'),
  people: fc.constantFrom(-1, 1, 2, 3, 5),
  reason: fc.constant('Exit register'),
});
const anyFigure = fc.record({
  id,
  partnerCountry: country,
  isco,
  region,
  year: fc.constantFrom(2023, 2025, 2026, 2027),
  workforce: fc.option(fc.nat(20_000)),
  source: fc.constant('Census'),
});
const anyWork = fc.constantFrom(
  ...['2', '2221', '74'].map((code) => ({ scheme: 'isco' as const, code })),
  ...['R', 'R86', 'F43.21'].map((code) => ({ scheme: 'nace' as const, code })),
  { scheme: 'esco' as const, code: String(nurse) },
);
const anySector = fc.record({
  id,
  partnerCountry: country,
  work: anyWork,
  reason: fc.constant('Too few'),
  effects,
  startsOn: fc.constant('2025-01-01'),
  version: fc.constant(1),
});
const anyException = fc.record({
  id,
  state: fc.constantFrom('ES', 'DE'),
  people: fc.integer({ min: 1, max: 9 }),
  startsOn: fc.constantFrom('2025-01-01', '2026-01-01'),
  endsOn: fc.constantFrom('2026-01-01', '2026-06-15', '2026-12-31'),
  citation: fc.constant('Agreement'),
});

const world = fc.record({
  caps: fc.array(anyCap, { maxLength: 5 }),
  entries: fc.array(anyEntry, { maxLength: 12 }),
  figures: fc.uniqueArray(anyFigure, {
    maxLength: 8,
    selector: (one) => [one.partnerCountry, one.isco, one.region, one.year].join(),
  }),
  sector: anySector,
  exceptions: fc.array(anyException, { maxLength: 3 }),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

/** The state of a cap, read from the design a second time: counts people one by one. */
function capOf(cap: World['caps'][number], { entries, figures }: World) {
  let used = 0;
  for (const entry of entries) {
    if (entry.partnerCountry !== cap.partnerCountry) continue;
    if (Number(entry.leftOn.split('-')[0]) !== cap.year) continue;
    if (cap.isco !== null && entry.isco?.slice(0, cap.isco.length) !== cap.isco) continue;
    if (cap.region !== null && entry.region !== cap.region) continue;
    used += entry.people;
  }
  if (cap.people !== null) return { limit: cap.people, used };
  let [workforce, from]: [number | null, number] = [null, 0];
  for (const figure of figures) {
    const same = figure.partnerCountry === cap.partnerCountry && figure.isco === cap.isco;
    if (!same || figure.region !== cap.region || figure.workforce === null) continue;
    if (figure.year <= cap.year && figure.year > from)
      [workforce, from] = [figure.workforce, figure.year];
  }
  if (workforce === null) return { limit: null, used };
  // In whole numbers, so that no rounding of fractions can decide.
  const share = BigInt(Math.round(cap.sharePerMille * 1_000));
  return { limit: Number((share * BigInt(workforce)) / 1_000_000n), used };
}

/**
 * The people left under the exceptions of a sector, or null if none is in force. A departure
 * belongs to the sector by the code of the sector's scheme alone, and counts once.
 */
function leftOf({ sector, exceptions, entries }: World, state: string, on: string): number | null {
  const open = exceptions.filter(
    (one) => one.state === state && one.startsOn <= on && on <= one.endsOn,
  );
  if (open.length === 0) return null;
  const { scheme, code } = sector.work;
  const isOf = (entry: World['entries'][number]): boolean => {
    const own = entry[scheme]?.split('.').join('') ?? '';
    return scheme === 'esco' ? own === code : own.indexOf(code.split('.').join('')) === 0;
  };
  let left = 0;
  for (const { people } of open) left += people;
  for (const entry of entries) {
    if (entry.partnerCountry !== sector.partnerCountry || entry.state !== state) continue;
    const within = open.some(
      ({ startsOn, endsOn }) => !(entry.leftOn < startsOn || entry.leftOn > endsOn),
    );
    if (within && isOf(entry)) left -= entry.people;
  }
  return left;
}

describe('the state of caps and exceptions', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await startTestDatabase();
  });

  afterAll(() => test.stop());

  /** Inserts a world, reads its caps and exceptions, and rolls it back. */
  async function standingsOf({ caps, entries, figures, sector, exceptions }: World) {
    const undone = new Error('undone');
    let seen: unknown[] = [];
    await test.database
      .as(SYSTEM, async (sql) => {
        const { work, ...named } = sector;
        await sql.insert(PressedSector, { ...named, ...work });
        if (caps.length > 0) await sql.insert(OutflowCap, caps);
        if (entries.length > 0) await sql.insert(OutflowEntry, entries);
        if (figures.length > 0) await sql.insert(MigrationFigure, figures);
        const { partnerCountry, id: pressedSectorId } = sector;
        for (const one of exceptions) {
          await sql.insert(SectorException, { ...one, partnerCountry, pressedSectorId });
        }
        const both = ['MA', 'TN'];
        const found = [
          ...(await findCapStandings(sql, both, [2025])),
          ...(await findCapStandings(sql, both, [2026])),
        ];
        const left = await findExceptionsLeft(sql, [sector.id], { state: 'ES', on: '2026-01-01' });
        seen = [
          new Map(found.map((cap) => [cap.id, { limit: cap.limit, used: cap.used }])),
          left.get(sector.id) ?? null,
        ];
        throw undone;
      })
      .catch((error: unknown) => {
        if (error !== undone) throw error;
      });
    return seen;
  }

  it('equals a count of people one by one', async () => {
    const check = async (given: World): Promise<void> => {
      const caps = new Map(given.caps.map((cap) => [cap.id, capOf(cap, given)]));
      expect(await standingsOf(given)).toEqual([caps, leftOf(given, 'ES', '2026-01-01')]);
    };
    await fc.assert(fc.asyncProperty(world, check), { numRuns: WORLDS });
  });
});
