import { testOf } from '../rules/advertising/test-of-vacancy.ts';
import { type ChainedEntry, firstBroken } from './evidence-chain.ts';
import { type DecisionEvidence, EVIDENCE_FORMAT, type TestEvidence } from './evidence.ts';
import { type SealedWords, sealOf } from './sealed-words.ts';

/**
 * Returns what is wrong with an evidence pack, in English; empty if nothing is. Needs only the
 * pack.
 */
export function faultsOfPack(pack: unknown): string[] {
  if (!isPack(pack)) return [`The file is not an evidence pack in the format ${EVIDENCE_FORMAT}.`];
  const { entries, head, words } = pack;
  const broken = firstBroken(entries);
  if (broken !== null) return [`Entry ${broken} was changed, moved or replaced.`];
  if (entries.at(-1)?.hash !== head)
    return ['Entries are missing at the end: the hash of the last entry is not the head.'];
  return [
    ...entries.filter(({ kind }) => kind === 'labour-market-test').flatMap(faultsOfTest),
    ...faultsOfWords(words, entries),
  ];
}

/** Compares the words with their seals in the decisions. Words that were erased are no fault. */
function faultsOfWords(words: readonly SealedWords[], entries: readonly ChainedEntry[]): string[] {
  const decisions = entries.filter(({ kind }) => kind === 'decision');
  const seals = new Map(
    decisions.map(({ content }) => {
      const { id, invitation } = content as DecisionEvidence;
      return [id, invitation.reasonSeal];
    }),
  );
  return words
    .filter((one) => seals.get(one.decisionId) !== sealOf(one))
    .map(({ decisionId }) => `The words on decision ${decisionId} are not those that were sealed.`);
}

/** Judges the test again from the evidence and the rules in the pack. */
function faultsOfTest({ index, content }: ChainedEntry): string[] {
  const { on, vacancy, law, outcome } = content as TestEvidence;
  const again = testOf(vacancy, { law, on });
  const same = JSON.stringify(standing(again)) === JSON.stringify(standing(outcome));
  return same
    ? []
    : [`Entry ${index}: the evidence does not support the outcome of the labour-market test.`];
}

function standing(outcome: TestEvidence['outcome']): unknown {
  if (!outcome) return null;
  const { status, rule } = outcome;
  const date = status === 'passed' ? outcome.since : null;
  return [status, rule.code, status === 'running' ? outcome.until : date];
}

interface Pack {
  entries: ChainedEntry[];
  head: string;
  words: SealedWords[];
}

function isPack(value: unknown): value is Pack {
  if (typeof value !== 'object' || value === null) return false;
  const { format, entries, head, words } = value as Record<string, unknown>;
  const isListed = Array.isArray(entries) && Array.isArray(words);
  return format === EVIDENCE_FORMAT && isListed && typeof head === 'string';
}
