import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { realData } from '../../../test/support/suite/real-data.ts';
import { carryNuts } from './nuts.ts';
import { ruledRegion } from './ruled-region.ts';

describe('converting a region of an earlier edition', () => {
  it.each([
    ['BE222', { code: 'BE225', share: 1 }],
    ['DE915', { code: 'DE91C', share: 1 }],
    ['BE221', { code: 'BE224', share: 0.98 }],
    ['ES618', null],
    ['UKI31', null],
    ['XX999', null],
  ])('turns %s into %j', (code, carried) => {
    expect(carryNuts(code)).toEqual(carried);
  });
});

describe('the region that an authority names', () => {
  it.each([
    ['ES61', 'ES', 'ES61'],
    ['EL30', 'GR', 'EL30'],
    ['GR30', 'GR', 'EL30'],
  ])('is read from %s of %s as %s', (written, state, code) => {
    expect(ruledRegion(written, state, '/region')).toBe(code);
  });

  it.each([
    ['FR1', 'ES', 'other-state'],
    ['ES61', null, 'other-state'],
    ['FR21', 'FR', 'nuts-former'],
  ])('is refused for %s of %s: %s', (written, state, code) => {
    const errors: unknown = [expect.objectContaining({ pointer: '/region', code })];
    const problem: unknown = expect.objectContaining({ errors });
    expect(() => ruledRegion(written, state, '/region')).toThrow(
      expect.objectContaining({ problem }),
    );
  });
});

const correspondence = realData('nuts');
correspondence.describeHere('converting every region of an earlier edition', () => {
  it.each(['v2013', 'v2016', 'v2021'])('finds a region of 2024 for each of %s, and leaves those of 2024 alone', (edition) => {
    const file = join(correspondence.folder, `n3_cm_${edition}_v2024.csv`);
    const pairs = readFileSync(file, 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
    const current = new Set(pairs.map(([, code]) => code));
    const former = new Set(pairs.map(([code = '']) => code));
    const lost = [...former].filter((code) => !current.has(carryNuts(code)?.code ?? code));
    expect(former.size).toBeGreaterThan(1_000);
    expect(lost).toEqual([]);
    expect([...current].filter((code) => carryNuts(code ?? '') !== null)).toEqual([]);
  }); // prettier-ignore
});
