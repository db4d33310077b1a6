import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aVacancyFact, TODAY } from '../facts.builders.ts';
import { shippedLaw } from '../law/law.builders.ts';
import { testOf } from '../rules/advertising/test-of-vacancy.ts';
import { chain } from './evidence-chain.ts';
import { EVIDENCE_FORMAT } from './evidence.ts';
import { sealOf, wordsOn } from './sealed-words.ts';
import { faultsOfPack } from './verify-pack.ts';

const law = shippedLaw();
const vacancy = aVacancyFact();
const test = { on: TODAY, vacancy, law, outcome: testOf(vacancy, { law, on: TODAY }) };

const words = wordsOn('m', 'Came late');
const packOf = (pieces: { kind: string; content: object }[], told = [words]) => {
  const entries = chain(pieces);
  return { format: EVIDENCE_FORMAT, entries, head: entries.at(-1)?.hash ?? '', words: told };
};
const aPack = () =>
  packOf([
    { kind: 'vacancy', content: { id: 'v', title: 'Électricien' } },
    { kind: 'advertisement', content: { channel: 'pes', fromOn: '2026-01-01' } },
    { kind: 'labour-market-test', content: test },
    { kind: 'decision', content: { id: 'm', invitation: { reasonSeal: sealOf(words) } } },
  ]);

describe('an evidence pack', () => {
  it('is valid as it was made, even after a store that reverses the order of its keys', () => {
    expect(faultsOfPack(aPack())).toEqual([]);
    const turn = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turn);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, one]) => [key, turn(one)]),
      );
    };
    expect(faultsOfPack(turn(JSON.parse(JSON.stringify(aPack()))))).toEqual([]);
  });

  it('reveals every single change, removal and exchange', () => {
    const text = JSON.stringify(aPack());
    const change = fc.tuple(fc.nat(text.length - 1), fc.constantFrom('0', '1', 'x', ' '));
    fc.assert(
      fc.property(change, ([at, sign]) => {
        const changed = text.slice(0, at) + sign + text.slice(at + 1);
        let pack: unknown;
        try {
          pack = JSON.parse(changed);
        } catch {
          return;
        }
        const same = JSON.stringify(pack) === text;
        expect(faultsOfPack(pack).length > 0).toBe(!same);
      }),
      { numRuns: 1_000 },
    );
    for (let index = 0; index < 4; index += 1) {
      const { entries, ...pack } = aPack();
      expect(faultsOfPack({ ...pack, entries: entries.toSpliced(index, 1) })).toHaveLength(1);
      const [moved] = entries.splice(index, 1);
      const turned = moved ? [...entries, moved] : entries;
      if (index < 3) expect(faultsOfPack({ ...pack, entries: turned })).toHaveLength(1);
    }
  });

  it('reveals an outcome that its own evidence does not support, however well it is chained', () => {
    const forged = { ...test, vacancy: { ...vacancy, advertising: [] } };
    const pack = packOf([{ kind: 'labour-market-test', content: forged }], []);
    expect(faultsOfPack(pack)).toEqual([
      'Entry 0: the evidence does not support the outcome of the labour-market test.',
    ]);
  });

  it('stays valid when the words on a candidate are erased, but not when they are others', () => {
    expect(faultsOfPack({ ...aPack(), words: [] })).toEqual([]);
    for (const other of [{ reason: 'Came' }, { salt: '0' }, { decisionId: 'n' }]) {
      expect(faultsOfPack({ ...aPack(), words: [{ ...words, ...other }] })).toEqual([
        `The words on decision ${other.decisionId ?? 'm'} are not those that were sealed.`,
      ]);
    }
  });

  it('is told apart from any other file', () => {
    for (const other of [null, 7, [], {}, { entries: [] }]) {
      expect(faultsOfPack(other)).toHaveLength(1);
    }
  });
});
