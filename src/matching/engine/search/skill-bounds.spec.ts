import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SCALE_BITS, SkillBounds } from './skill-bounds.ts';
import { SkillMarks } from './skill-marks.ts';
import { signatureOf } from '../snapshot/sketches.ts';

const SKILLS = 500;
const skill = fc.nat(SKILLS - 1);
const asked = fc.array(
  fc.record({
    number: fc.oneof(skill, fc.constant(-1)),
    near: fc.array(fc.oneof(skill, fc.constant(-1)), { maxLength: 4 }),
    full: fc.integer({ min: 41, max: 300 }),
    nearly: fc.integer({ min: 1, max: 40 }),
  }),
  { maxLength: 45 },
);

describe('the most that a signature of skills can be worth', () => {
  it('is never less than what the skills are worth, and 0 without skills', () => {
    const [marks, bounds] = [new SkillMarks(), new SkillBounds()];
    let tight = 0;
    const check = (wanted: Parameters<SkillBounds['prepare']>[0], own: number[]): void => {
      marks.prepare(wanted, SKILLS);
      bounds.prepare(wanted);
      const { low, high } = signatureOf(own);
      const got = marks.worthOf(Uint32Array.from(own), 0, own.length);
      const inAll = wanted.reduce((sum, { full }) => sum + full, 0);
      const most = (bounds.boundOf(low, high) * inAll) / 2 ** SCALE_BITS;
      expect(most).toBeGreaterThanOrEqual(got);
      tight += Number(Math.floor(most) === got);
      if (own.length === 0 && wanted.length <= 32) expect(most).toBe(0);
    };
    const owned = fc.array(skill, { maxLength: 12 });
    fc.assert(fc.property(asked, owned, check), { numRuns: 1_000 });
    expect(tight).toBeGreaterThan(100);
  });
});
