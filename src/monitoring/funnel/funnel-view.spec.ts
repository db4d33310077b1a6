import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type FunnelCount, funnelSteps } from './funnel.queries.ts';
import { funnelsOf } from './funnel-view.ts';

const group = (reached: readonly number[], quotaId: string | null = null): FunnelCount[] =>
  reached.map((count, index) => ({
    state: 'ES',
    partnerCountry: 'MA',
    year: 2027,
    quotaId,
    step: funnelSteps[index] ?? 'offer',
    reached: count,
    timed: count,
    medianDays: index === 0 ? null : 7,
  }));

const figures = (reached: readonly number[]): (number | null)[] =>
  funnelsOf(group(reached), new Map())[0]?.steps.map((step) => step.reached) ?? [];

describe('the funnel as it is published', () => {
  it('gives the number that reached each step, its share of the previous step, and the days it took', () => {
    const [funnel] = funnelsOf(group([200, 150, 100, 80, 80, 60]), new Map());
    expect(funnel?.steps[1]).toEqual({
      step: 'accept',
      reached: 150,
      conversion: 0.75,
      medianDays: 7,
    });
    expect(funnel?.steps[5]).toMatchObject({ reached: 60, conversion: 0.75 });
  });

  it('leaves out numbers below ten, and gives all others in full tens', () => {
    expect(figures([9, 5])).toEqual([null, null, null, null, null, null]);
    expect(figures([100, 97, 80, 12, 12, 9])).toEqual([100, 90, 80, 10, 10, null]);
    const [funnel] = funnelsOf(group([28, 22, 19, 9], 'q'), new Map([['q', 30]]));
    expect(funnel?.steps.map(({ reached }) => reached)).toEqual([20, 20, 10, null, null, null]);
    expect(funnel).toMatchObject({ seats: 30 });
    expect(funnel?.steps[2]).toMatchObject({ conversion: 0.5 });
  });

  it('gives the days only of ten people or more', () => {
    const known = (timed: number) =>
      funnelsOf(
        group([20, 20]).map((count) => ({ ...count, timed })),
        new Map(),
      )[0]?.steps[1]?.medianDays;
    expect(known(9)).toBeNull();
    expect(known(10)).toBe(7);
  });

  it('never lets anybody compute a group of one to nine people, by two figures of one day or of two', () => {
    const counts = fc.array(fc.nat({ max: 60 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(counts, fc.nat({ max: 5 }), (road, step) => {
        const later = road.with(step, (road[step] ?? 0) + 1);
        const told = [...figures(road), ...figures(later)].filter((figure) => figure !== null);
        for (const one of told)
          for (const other of told) expect(Math.abs(one - other) % 10).toBe(0);
      }),
    );
  });
});
