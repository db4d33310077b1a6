import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anEsco, anyWorld, TODAY, type World } from '../../src/matching/facts.builders.ts';
import { loadPressedSectors } from '../../src/matching/facts/load-limits.ts';
import { type Decision, matchVacancy } from '../../src/matching/match-vacancy.ts';
import { Outflow } from '../../src/partnerships/outflow/outflow.service.ts';
import { PressedSectors } from '../../src/partnerships/pressed-sectors.service.ts';
import { actAs, SYSTEM, type Tenant } from '../../src/platform/database/tenant.ts';
import { aPressedSector } from '../support/builders.ts';
import { figure } from '../support/figure.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

const CHANGES = figure({ suite: 12, soak: 40 });
const DECISIONS_BETWEEN = figure({ suite: 5, soak: 25 });
const ALL = CHANGES * DECISIONS_BETWEEN;

interface Made {
  world: World;
  asOf: Date;
  decisions: Decision[];
}

const morocco: Tenant = { role: 'partner-authority', organisationId: null, country: 'MA' };
const effects = ['no-active-matching', 'no-favourable-treatment'];

describe('decisions under pressed sectors of earlier dates', () => {
  let test: TestApp;
  const made: Made[] = [];
  const named: { id: string; version: number }[] = [];

  const decide = async (world: World, asOf?: Date): Promise<Decision[]> => {
    const situation = { state: world.vacancy.state, on: world.state.on, askedAt: null, asOf };
    const pressedSectors = await test.database.as(SYSTEM, (sql) =>
      loadPressedSectors(sql, ['MA', 'TN'], situation),
    );
    return matchVacancy({ ...world, state: { ...world.state, pressedSectors }, esco: anEsco() });
  };

  /** Names, renews, re-opens, uses up or lifts, in turns. */
  const change = async (number: number): Promise<void> => {
    const sectors = test.app.get(PressedSectors);
    const sector = aPressedSector({
      ...{ code: number % 2 === 0 ? '74' : '7411', startsOn: '2026-01-01' },
      effects: effects.slice(number % 2),
    });
    const last = named.at(-1);
    const act = number % 5;
    if (!last || act === 0) named.push(await sectors.name(sector));
    else if (act === 1)
      last.version = (await sectors.change(last.id, last.version, sector)).version;
    else if (act === 2) {
      const period = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
      const agreement = { ...period, state: 'FR', people: 2, citation: 'Agreement' };
      await sectors.except(last.id, agreement);
    } else if (act === 3) {
      const left = {
        state: 'FR',
        isco: '7411',
        leftOn: '2026-05-01',
        people: 2,
        reason: 'Register',
      };
      await test.app.get(Outflow).count(left);
    } else last.version = (await sectors.lift(last.id)).version;
  };

  beforeAll(async () => {
    test = await startApp({ on: TODAY, role: 'api' });
    const worlds = fc.sample(anyWorld, { numRuns: ALL, seed: 2007 });
    for (let number = 0; number < CHANGES; number += 1) {
      test.clock.moveTo(new Date(Date.parse(`${TODAY}T13:00:00Z`) + number * 60_000));
      await actAs(morocco, () => change(number));
      for (const world of worlds.splice(0, DECISIONS_BETWEEN)) {
        made.push({ world, asOf: test.clock.now(), decisions: await decide(world) });
      }
    }
  });

  afterAll(() => test.stop());

  it(`come out as they did, ${ALL} of ${ALL}`, async () => {
    const again = { asOf: 0, today: 0 };
    for (const { world, asOf, decisions } of made) {
      const told = JSON.stringify(decisions);
      again.asOf += JSON.stringify(await decide(world, asOf)) === told ? 1 : 0;
      again.today += JSON.stringify(await decide(world)) === told ? 1 : 0;
    }
    expect(again.asOf).toBe(ALL);
    expect(again.today).toBeLessThan(ALL);
  });
});
