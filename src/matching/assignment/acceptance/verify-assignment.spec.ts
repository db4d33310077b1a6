import { describe, expect, it } from '@jest/globals';
import { anApplication as apply } from '../assignment.builders.ts';
import { type AssignmentInput, drawMarket } from '../draw-market.ts';
import { verifyAssignment } from './verify-assignment.ts';

describe('the verifier', () => {
  const call: AssignmentInput = {
    seed: 'x',
    vacancies: [
      { id: 'v', positions: 1 },
      { id: 'w', positions: 1 },
    ],
    quotas: [{ id: 'q', seats: 1 }],
    applications: [
      apply('citizen', 'v', { tier: '0', score: 100 }),
      apply('first', 'v', { score: 900, quotaIds: ['q'] }),
      apply('second', 'w', { score: 800, quotaIds: ['q'] }),
    ],
  };
  const { market, people } = drawMarket(call);
  const place = (known: Record<string, number>): Int32Array =>
    Int32Array.from(people, (person) => known[person] ?? -1);
  const index = (person: string): number => market.offsets[people.indexOf(person)] ?? -1;
  const check = (held: string[]) =>
    verifyAssignment(market, {
      place: place(Object.fromEntries(held.map((person) => [person, index(person)]))),
      regimes: ['ordered'],
    });

  it('accepts the stable assignment and counts the placed people', () => {
    expect(check(['citizen', 'second'])).toMatchObject({ placed: 2, blocking: 0 });
  });

  it('finds a lower tier before a higher one', () => {
    expect(check(['first'])).toMatchObject({ blocking: 1, lowerTierFirst: 1 });
  });

  it('finds a free place that a person wants', () => {
    expect(check(['citizen'])).toMatchObject({ blocking: 1, lowerTierFirst: 0 });
  });

  it('finds a cap and a vacancy with too many people', () => {
    expect(check(['citizen', 'first', 'second'])).toMatchObject({
      overfilledVacancies: 1,
      overfilledCaps: 1,
    });
  });

  it('finds a place that belongs to another person', () => {
    const stolen = { place: place({ first: index('second') }), regimes: ['ordered' as const] };
    expect(verifyAssignment(market, stolen).strangers).toBe(1);
  });
});
