import fc from 'fast-check';
import { adElements, advertisingChannels } from '../../vacancies/formats/vacancy-draft.ts';
import { addDays } from '../../platform/clock/calendar-days.ts';
import type { AdvertisingFact } from '../facts.ts';
import { testDurations, type TestParameters } from './parameters/law-parameters.ts';
import { mayBeRegional, type Law, type LawKind, lawOf, type LawRule } from './law-rule.ts';
import { shippedRules } from './shipped/shipped-rules.ts';

/** The day of every decision under test, unless a test says otherwise. */
export const TODAY = '2026-06-15';

/** Returns the shipped rules as they apply in a state on a day. */
export function shippedLaw(state = 'FR', on = TODAY): Law {
  return lawOf(shippedRules, state, on);
}

/** Makes a rule of the Union that is in force, except as given. */
export function aRule<K extends LawKind>(
  kind: K,
  parameters: LawRule<K>['parameters'],
  known: Partial<Omit<LawRule<K>, 'kind' | 'parameters'>> = {},
): LawRule<K> {
  const dates = { validFrom: '2020-01-01', validUntil: null };
  const source = { citation: 'Act for tests', certainty: 'verified' as const };
  return {
    code: `${kind}.test`,
    kind,
    state: null,
    region: null,
    ...source,
    ...dates,
    ...known,
    parameters,
  };
}

/**
 * Makes advertising on the public service and on EURES, and a question to the job centre, from the
 * same day on.
 */
export function advertised(fromOn: string, untilOn: string | null = null): AdvertisingFact[] {
  return (['pes', 'eures', 'job-centre'] as const).map((channel) => ({ channel, fromOn, untilOn }));
}

const near = fc
  .constantFrom(-400, -124, -63, -62, -40, -28, -14, -10, -8, -7, -1, 0, 1, 2, 90)
  .map((days) => addDays(TODAY, days));

const anyAd: fc.Arbitrary<AdvertisingFact> = fc.record(
  {
    channel: fc.constantFrom(...advertisingChannels),
    fromOn: near,
    untilOn: fc.option(near),
    carries: fc.subarray([...adElements]),
    answer: fc.constantFrom('nobody-available' as const, 'somebody-available' as const),
  },
  { requiredKeys: ['channel', 'fromOn', 'untilOn'] },
);

/**
 * Draws advertising that is long enough for some states and too long for others, or any collection
 * of evidence.
 */
export const anyAdvertising: fc.Arbitrary<AdvertisingFact[]> = fc.oneof(
  fc.constantFrom('2025-01-01', '2026-04-01').map((from) => advertised(from)),
  near.map((from) => advertised(from)),
  fc.array(anyAd, { maxLength: 6 }),
);

const states = ['FR', 'SE', 'IE', 'BE', 'IT'];
const dates = fc.record({
  validFrom: fc.constantFrom('2020-01-01', TODAY, addDays(TODAY, 1)),
  validUntil: fc.constantFrom(null, null, TODAY, addDays(TODAY, -1)),
});
const anyState = fc.constantFrom(null, ...states);

export const anyTest: fc.Arbitrary<TestParameters> = fc.record({
  duration: fc.constantFrom(...testDurations),
  days: fc.integer({ min: 0, max: 70 }),
  channels: fc.subarray(['pes', 'eures', 'other'] as TestParameters['channels']),
  withinMonths: fc.option(fc.integer({ min: 1, max: 5 })),
  applyWithinDays: fc.option(fc.integer({ min: 20, max: 100 })),
  adContent: fc.subarray(['description', 'hours'] as TestParameters['adContent']),
});

const anyExemption = fc.record({
  isco: fc.subarray(['74', '7412', '2']),
  regions: fc.subarray(['FR1', 'BE2', 'BE211']),
  minimumAnnualPay: fc.constantFrom(null, 20_000, 64_000),
  currency: fc.constantFrom('EUR', 'SEK'),
  permitCategories: fc.subarray(['seasonal', 'intra-corporate']),
});

const countries = fc
  .subarray(['FR', 'CH', 'TR', 'MA', 'BR'], { minLength: 1 })
  .map((some) => ({ countries: some }));

const anySafeguard = fc.record({
  countries: fc.subarray(['MA', 'SN', 'XK'], { minLength: 1 }),
  isco: fc.subarray(['74', '222'], { minLength: 1 }),
});

const anyWindow = fc.integer({ min: 0, max: 100 }).map((days) => ({ days }));

/** A part of Belgium, for kinds and states that allow a region. */
const anyRegion = fc.constantFrom(null, null, 'BE2', 'BE21', 'BE1');

const anyRule: fc.Arbitrary<LawRule> = fc
  .tuple(
    fc.oneof(
      fc.tuple(fc.constant('labour-market-test' as const), anyTest),
      fc.tuple(fc.constant('test-exemption' as const), anyExemption),
      fc.tuple(fc.constant('accession-transition' as const), countries),
      fc.tuple(fc.constant('association' as const), countries),
      fc.tuple(fc.constant('safeguard-list' as const), anySafeguard),
      fc.tuple(fc.constant('preference-window' as const), anyWindow),
    ),
    anyState,
    anyRegion,
    dates,
  )
  .map(([[kind, parameters], state, part, valid]) => {
    const region = state === 'BE' && mayBeRegional(kind) ? part : null;
    return aRule(kind, parameters, { state, region, ...valid });
  });

/** Draws the shipped rules more often than not, and otherwise any set of rules. */
export const anyRules: fc.Arbitrary<readonly LawRule[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(shippedRules) },
  { weight: 2, arbitrary: fc.array(anyRule, { maxLength: 6 }) },
);
