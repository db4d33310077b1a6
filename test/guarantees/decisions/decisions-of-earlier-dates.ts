import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anEsco, anyWorld, TODAY, type World } from '../../../src/matching/facts.builders.ts';
import { anyTest } from '../../../src/matching/law/law.builders.ts';
import {
  lawSequence,
  loadLaw,
  type LawQuestion,
} from '../../../src/matching/law/law-rules.queries.ts';
import { LawRules } from '../../../src/matching/law/law-rules.service.ts';
import { type Decision, matchVacancy } from '../../../src/matching/match-vacancy.ts';
import { actAs, SYSTEM, type Tenant } from '../../../src/platform/database/tenant.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';
import { figure } from '../../support/suite/figure.ts';

const CHANGES = figure({ suite: 16, soak: 400 });
const DECISIONS_BETWEEN = 25;

interface Made {
  world: World;
  sequence: number;
  asOf: Date;
  decisions: Decision[];
}

/** As-of replay: a decision stays as it was made, however the law has changed since. */
describe('a decision of an earlier date', () => {
  let test: TestApp;
  const made: Made[] = [];

  const decideBy = async (world: World, known: LawQuestion): Promise<Decision[]> => {
    const { state } = world.vacancy;
    const law = await test.database.as(SYSTEM, (sql) => loadLaw(sql, state, world.state.on, known));
    return matchVacancy({ ...world, state: { ...world.state, law }, esco: anEsco() });
  };

  const authorities: Tenant[] = ['FR', 'SE', 'IE', 'BE', 'IT'].map((country) => ({
    role: 'ministry',
    organisationId: null,
    country,
  }));

  beforeAll(async () => {
    test = await startApp({ on: TODAY });
    const tests = fc.sample(anyTest, { numRuns: CHANGES, seed: 248 });
    const worlds = fc.sample(anyWorld, { numRuns: CHANGES * DECISIONS_BETWEEN, seed: 2007 });
    for (const [index, parameters] of tests.entries()) {
      const authority = authorities[index % authorities.length] ?? SYSTEM;
      test.clock.moveTo(new Date(Date.parse(`${TODAY}T13:00:00Z`) + index * 60_000));
      await change(test, authority, parameters);
      const sequence = await test.database.as(SYSTEM, lawSequence);
      const from = index * DECISIONS_BETWEEN;
      for (const world of worlds.slice(from, from + DECISIONS_BETWEEN)) {
        const decisions = await decideBy(world, {});
        made.push({ world, sequence, asOf: test.clock.now(), decisions });
      }
    }
  }, 600_000);

  afterAll(() => test.stop());

  it(`comes out as it did, ${CHANGES * DECISIONS_BETWEEN} of ${CHANGES * DECISIONS_BETWEEN}`, async () => {
    const again = { bySequence: 0, byMoment: 0, byTodaysLaw: 0 };
    for (const { world, sequence, asOf, decisions } of made) {
      const told = JSON.stringify(decisions);
      const isSame = async (known: LawQuestion): Promise<number> =>
        JSON.stringify(await decideBy(world, known)) === told ? 1 : 0;
      again.bySequence += await isSame({ sequence });
      again.byMoment += await isSame({ asOf });
      again.byTodaysLaw += await isSame({});
    }
    expect(again).toMatchObject({ bySequence: made.length, byMoment: made.length });
    expect(again.byTodaysLaw).toBeLessThan(made.length);
  });
});

/** Records the next version of the state's own test, or its first. */
async function change(test: TestApp, authority: Tenant, parameters: object): Promise<void> {
  const rules = test.app.get(LawRules);
  const terms = {
    citation: 'Act for tests',
    certainty: 'verified' as const,
    validFrom: '2026-01-01',
    parameters,
    reason: 'For tests',
  };
  const code = `labour-market-test.changing-${authority.country?.toLowerCase() ?? ''}`;
  await actAs(authority, async () => {
    const [known] = (await rules.list({})).items.filter((rule) => rule.code === code);
    if (known) await rules.change(code, known.version, terms, false);
    else await rules.record({ ...terms, code, kind: 'labour-market-test' }, false);
  });
}
