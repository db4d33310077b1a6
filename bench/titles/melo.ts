import { LabelIndex } from '../../src/reference/titles/likeness/label-index.ts';
import { askedForms } from '../../src/reference/titles/likeness/normal-form.ts';
import { mean, processor, write } from '../measuring/measure.ts';
import { LettersPeer } from './letters-peer.ts';
import { meloFolders, type MeloQuery, type MeloSet, publishedMrr, readMelo } from './melo-data.ts';

/** The number of answers that count, as in the benchmark's paper: lower ranks are not found. */
const RANKED = 100;

interface Scored {
  label: number;
  score: number;
}

/** The measures of one method on one set. */
interface MeloMeasures {
  /** The mean reciprocal rank of the first right label, as published. */
  mrr: number;
  /** The same over the half on which nothing was tuned. */
  mrrUntuned: number;
  /** The same with each occupation counted once, as a reader of occupations shows them. */
  mrrOfOccupations: number;
  success1: number;
  success10: number;
  /** Milliseconds of processor time. */
  millisecondsATitle: number;
}

export interface MeloReport {
  set: string;
  queries: number;
  labels: number;
  ours: MeloMeasures;
  peer: MeloMeasures;
  /** MRR by published method. */
  published: Record<string, number>;
}

/**
 * Measures every set in a folder by our method and by the peer in the same process, and reports
 * them with the published figures.
 */
export function benchMelo(folder: string): MeloReport[] {
  const reports = meloFolders(folder).map((path) => {
    const report = { ...measureSet(readMelo(path)), published: publishedMrrOf(path) };
    write(lineOf(report.set, report));
    return report;
  });
  const means = meanOf(reports);
  write(lineOf('mean', means));
  writePublished(reports, means.ours.mrr);
  return reports;
}

const publishedMrrOf = (path: string): Record<string, number> =>
  Object.fromEntries(publishedMrr(path));

/** Measures our method and the peer on one set. */
export function measureSet(set: MeloSet): Omit<MeloReport, 'published'> {
  const index = new LabelIndex(set.labels, set.language);
  const peer = new LettersPeer(set.labels.map(({ text }) => text));
  const byPeer = (title: string): Scored[] => {
    const scores = peer.score(title);
    const border = scores.toSorted().at(-RANKED) ?? 0;
    const found: Scored[] = [];
    scores.forEach((score, label) => {
      if (score > 0 && score >= border) found.push({ label, score });
    });
    return found;
  };
  return {
    set: set.name,
    queries: set.queries.length,
    labels: set.labels.length,
    ours: measure(set, (title) => index.search(askedForms(title), RANKED)),
    peer: measure(set, byPeer),
  };
}

function measure(set: MeloSet, method: (title: string) => Scored[]): MeloMeasures {
  let spent = 0;
  const ranks = set.queries.map((query) => {
    const before = processor();
    const answer = method(query.title);
    spent += processor() - before;
    return rankOf(set, answer, query);
  });
  const millisecondsATitle = spent / set.queries.length;
  const untuned = ranks.filter((_, at) => set.queries[at]?.tuned === false);
  return {
    mrr: mean(ranks.map(({ label }) => 1 / label)),
    mrrUntuned: mean(untuned.map(({ label }) => 1 / label)),
    mrrOfOccupations: mean(ranks.map(({ occupation }) => 1 / occupation)),
    success1: mean(ranks.map(({ label }) => Number(label <= 1))),
    success10: mean(ranks.map(({ label }) => Number(label <= 10))),
    millisecondsATitle,
  };
}

/**
 * Returns the rank of the first right answer among labels and among their concepts, from 1;
 * Infinity without one.
 */
function rankOf(
  { ids, labels }: MeloSet,
  answer: readonly Scored[],
  { relevant }: MeloQuery,
): { label: number; occupation: number } {
  const ranked = asTrecEval(answer, ids).slice(0, RANKED);
  const at = ranked.findIndex(({ label }) => relevant.has(label));
  if (at < 0) return { label: Infinity, occupation: Infinity };
  const before = new Set(ranked.slice(0, at + 1).map(({ label }) => labels[label]?.concept));
  return { label: at + 1, occupation: before.size };
}

/** Sorts as trec_eval does, which made the published figures: by five decimals, then by id. */
function asTrecEval(answer: readonly Scored[], ids: readonly string[]): Scored[] {
  const idOf = ({ label }: Scored): string => ids[label] ?? '';
  return answer
    .map(({ label, score }) => ({ label, score: Math.round(score * 1e5) }))
    .toSorted((a, b) => b.score - a.score || (idOf(a) < idOf(b) ? 1 : -1));
}

function meanOf(reports: readonly MeloReport[]): { ours: MeloMeasures; peer: MeloMeasures } {
  const over = (method: 'ours' | 'peer'): MeloMeasures => {
    const of = (name: keyof MeloMeasures): number => mean(reports.map((one) => one[method][name]));
    return {
      mrr: of('mrr'),
      mrrUntuned: of('mrrUntuned'),
      mrrOfOccupations: of('mrrOfOccupations'),
      success1: of('success1'),
      success10: of('success10'),
      millisecondsATitle: of('millisecondsATitle'),
    };
  };
  return { ours: over('ours'), peer: over('peer') };
}

function lineOf(name: string, { ours, peer }: { ours: MeloMeasures; peer: MeloMeasures }): string {
  const of = (method: MeloMeasures): string =>
    `MRR ${method.mrr.toFixed(3)} (untuned half ${method.mrrUntuned.toFixed(3)}, by occupation ` +
    `${method.mrrOfOccupations.toFixed(3)}), first right ${percent(method.success1)}, in ten ` +
    `${percent(method.success10)}, ${method.millisecondsATitle.toFixed(2)} ms a title`;
  return `${name}\n  ours  ${of(ours)}\n  peer  ${of(peer)}`;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Writes the published methods and ours, ordered by their mean over the sets. */
function writePublished(reports: readonly MeloReport[], ours: number): void {
  const methods = [...new Set(reports.flatMap(({ published }) => Object.keys(published)))];
  if (methods.length === 0) return;
  const rows = methods.map((method) => {
    const each = reports.map(({ published }) => published[method] ?? NaN);
    return { method, each, mean: mean(each) };
  });
  rows.push({ method: 'OURS', each: reports.map((one) => one.ours.mrr), mean: ours });
  write(`\nMRR${' '.repeat(25)}mean  ${reports.map(({ set }) => set.slice(0, 3)).join('   ')}`);
  for (const row of rows.toSorted((a, b) => b.mean - a.mean)) {
    const each = row.each.map((value) => value.toFixed(3)).join(' ');
    write(`  ${row.method.padEnd(24)} ${row.mean.toFixed(3)}  ${each}`);
  }
}
