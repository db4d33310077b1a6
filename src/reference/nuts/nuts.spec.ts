import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { realData } from '../../../test/support/suite/real-data.ts';
import { carryNuts, readRuledRegion } from './nuts.ts';

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
    ['ES61', 'ES', { code: 'ES61' }],
    ['EL30', 'GR', { code: 'EL30' }],
    ['GR30', 'GR', { code: 'EL30' }],
    ['FR1', 'ES', { refused: 'elsewhere' }],
    ['FR21', 'FR', { refused: 'former', successor: 'FRF2' }],
  ])('is read from %s of %s as %j', (written, state, read) => {
    expect(readRuledRegion(written, state)).toEqual(read);
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
