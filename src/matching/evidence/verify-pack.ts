import { testOf } from '../rules/advertising/test-of-vacancy.ts';
import { type ChainedEntry, firstBroken } from './evidence-chain.ts';
import { EVIDENCE_FORMAT, type TestEvidence } from './evidence.ts';

/**
 * Returns what is wrong with an evidence pack, in English; empty if nothing is. Needs only the
 * pack.
 */
export function faultsOfPack(pack: unknown): string[] {
  if (!isPack(pack)) return [`The file is not an evidence pack in the format ${EVIDENCE_FORMAT}.`];
  const { entries, head } = pack;
  const broken = firstBroken(entries);
  if (broken !== null) return [`Entry ${broken} was changed, moved or replaced.`];
  if (entries.at(-1)?.hash !== head)
    return ['Entries are missing at the end: the hash of the last entry is not the head.'];
  return entries.filter(({ kind }) => kind === 'labour-market-test').flatMap(faultsOfTest);
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
}

function isPack(value: unknown): value is Pack {
  if (typeof value !== 'object' || value === null) return false;
  const { format, entries, head } = value as Record<string, unknown>;
  return format === EVIDENCE_FORMAT && Array.isArray(entries) && typeof head === 'string';
}
