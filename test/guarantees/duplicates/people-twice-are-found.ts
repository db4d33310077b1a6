import { describe, expect, it } from '@jest/globals';
import { blockKeysOf } from '../../../src/candidates/duplicates/block-keys.ts';
import {
  IDENTITY_THRESHOLD,
  scoreIdentities,
} from '../../../src/candidates/duplicates/score-identities.ts';
import { figure } from '../../support/suite/figure.ts';
import { peopleTwice, type Recorded } from '../../support/worlds/people-twice.ts';

const MOST_BEHIND_A_KEY = 100;

/**
 * Returns every two records that share a block key and score as the same person. `isOne`: whether
 * they are.
 */
function found(records: readonly Recorded[]): { one: number; other: number; isOne: boolean }[] {
  const behind = new Map<string, number[]>();
  records.forEach(({ identity }, at) => {
    for (const key of blockKeysOf(identity)) behind.set(key, [...(behind.get(key) ?? []), at]);
  });
  const compared = new Set<string>();
  for (const group of behind.values()) {
    if (group.length > MOST_BEHIND_A_KEY) continue;
    for (const [at, one] of group.entries())
      for (const other of group.slice(at + 1)) compared.add(`${one} ${other}`);
  }
  return [...compared].flatMap((pair) => {
    const [one = 0, other = 0] = pair.split(' ').map(Number);
    const [a, b] = [records[one], records[other]];
    if (!a || !b || scoreIdentities(a.identity, b.identity).score < IDENTITY_THRESHOLD) return [];
    return [{ one, other, isOne: a.who === b.who }];
  });
}

describe('the search for people whom made-up agencies recorded twice', () => {
  it.each([7, 2026, 65_537])('finds them and few others (seed %d)', (seed) => {
    const records = peopleTwice(figure({ suite: 3_000, soak: 60_000 }), seed);
    const twice = records.length - new Set(records.map(({ who }) => who)).size;
    const pairs = found(records);
    const right = pairs.filter(({ isOne }) => isOne).length;
    const [precision, recall] = [right / pairs.length, right / twice];
    process.stdout.write(
      `  ${records.length} records, ${twice} people twice: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n`,
    );
    expect({ precision: precision > 0.9, recall: recall > 0.9 }).toEqual({
      precision: true,
      recall: true,
    });
  });
});
