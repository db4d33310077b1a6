import { findEscoFiles } from '../../src/reference/esco/esco-files.ts';
import { readConcepts } from '../../src/reference/esco/esco-rows.ts';
import { normaliseLanguage } from '../../src/reference/languages/languages.ts';
import { builtInTitles } from '../../src/reference/titles/built-in-titles.ts';
import { MIN_CONFIDENCE } from '../../src/reference/titles/confidence.ts';
import {
  type NamedOccupation,
  type ReadOccupation,
  TitleReader,
} from '../../src/reference/titles/title-reader.ts';
import { readCsvTable } from '../../src/platform/formats/csv/csv-table.ts';
import { mean, median, processor, write } from '../measuring/measure.ts';
import { LettersPeer } from './letters-peer.ts';

interface CodedTitle {
  title: string;
  language: string | null;
  isco: string | null;
  esco: string | null;
}

/** The measures of one method on a list of coded titles. */
interface CodedMeasures {
  /** The shares of titles whose first answer has the right 1, 2, 3 and 4 digits of ISCO-08. */
  digits: number[];
  /** Judged by the ESCO occupation if the list gives it, otherwise by the ISCO unit group. */
  mrr: number;
  recall10: number;
  millisecondsATitle: { mean: number; median: number };
}

/** The titles whose first answer has a confidence from `from` up to the `from` of the next band. */
interface Band {
  from: number;
  titles: number;
  /** The mean confidence of the answers, and the share that is right to four digits. */
  said: number;
  right: number;
}

const BANDS = [0, 0.3, 0.5, 0.7, MIN_CONFIDENCE, 0.8, 0.85, 0.9, 0.95];

export interface CodedReport {
  titles: number;
  names: string;
  ours: CodedMeasures;
  /**
   * The titles of which we are sure: their share of all titles, and the share of them with the
   * right four digits.
   */
  sure: { share: number; right: number };
  bands: Band[];
  /** The peer always knows the language, even if we do not. */
  peer: CodedMeasures;
}

type Answer = Pick<ReadOccupation, 'uri' | 'isco'>;

/**
 * Measures a list of coded titles with the columns title, language and isco or esco. Reads them by
 * the names of the ESCO download in the folder `esco`, or by our own tables alone if it is null.
 * Passes the language of each title, unless `unnamed`.
 */
export async function benchCoded(
  file: string,
  esco: string | null,
  unnamed: boolean,
): Promise<CodedReport> {
  const titles = await readCoded(file);
  const names = esco === null ? [] : await readNames(esco);
  const iscoOf = new Map(names.map(({ uri, isco }) => [uri, isco]));
  const asked = titles.map((one) => ({ ...one, isco: one.isco ?? iscoOf.get(one.esco) ?? null }));
  const reader = await TitleReader.of(builtInTitles, names).prepare();
  const ours: Method<ReadOccupation> = ({ title, language }) =>
    reader.read(title, unnamed ? null : language).candidates;
  const measured = measure(asked, ours);
  const sure = asked.flatMap((one) => {
    const { found } = reader.read(one.title, unnamed ? null : one.language);
    return found ? [isRight(found, one, 4)] : [];
  });
  const report: CodedReport = {
    titles: asked.length,
    names: esco ?? 'our own tables',
    ours: measured,
    sure: { share: sure.length / asked.length, right: mean(sure) },
    bands: bandsOf(asked, ours),
    peer: measure(asked, peerOf([...builtInTitles, ...names])),
  };
  writeReport(report);
  return report;
}

function bandsOf(titles: readonly CodedTitle[], method: Method<ReadOccupation>): Band[] {
  const answers = titles.flatMap((asked) => {
    const [best] = method(asked);
    return best ? [{ said: best.confidence, right: isRight(best, asked, 4) }] : [];
  });
  return BANDS.map((from, at) => {
    const to = BANDS[at + 1] ?? Infinity;
    const of = answers.filter(({ said }) => said >= from && said < to);
    const [said, right] = [mean(of.map((one) => one.said)), mean(of.map((one) => one.right))];
    return { from, titles: of.length, said, right };
  });
}

type Method<A = Answer> = (asked: CodedTitle) => readonly A[];

async function readCoded(file: string): Promise<CodedTitle[]> {
  const titles: CodedTitle[] = [];
  for await (const row of readCsvTable(file, { required: ['title', 'language'] })) {
    const { title = '', language = '' } = row;
    const [isco = null, esco = null] = [row['isco'] || undefined, row['esco'] || undefined];
    titles.push({ title, language: normaliseLanguage(language), isco, esco });
  }
  return titles;
}

async function readNames(folder: string): Promise<NamedOccupation[]> {
  const { concepts } = await findEscoFiles(folder);
  const names: NamedOccupation[] = [];
  const named = concepts.filter(({ kind }) => kind === 'occupation' || kind === 'isco-group');
  for (const file of named)
    for await (const { kind, uri, isco, code, ...text } of readConcepts(file, () => undefined)) {
      if (kind === 'isco-group' && code?.length !== 4) continue;
      names.push({
        uri: kind === 'occupation' ? uri : null,
        isco: isco ?? code ?? '',
        unverified: false,
        language: text.language,
        names: [text.label, ...text.alternatives, ...text.hidden],
      });
    }
  return names;
}

/** The peer over the labels of the title's language, or over all labels. */
function peerOf(names: readonly NamedOccupation[]): Method {
  const byLanguage = new Map<string | null, Method>();
  const over = (language: string | null): Method => {
    const spoken = names.filter((one) => language === null || one.language === language);
    const labels = spoken.flatMap((one) => one.names.map((text) => ({ one, text })));
    const peer = new LettersPeer(labels.map(({ text }) => text));
    return ({ title }) => {
      const scores = peer.score(title);
      const best = [...scores.keys()].toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
      const answers = best.slice(0, 200).flatMap((at) => labels[at]?.one ?? []);
      return [...new Set(answers)];
    };
  };
  return (asked) => {
    const method = byLanguage.get(asked.language) ?? over(asked.language);
    byLanguage.set(asked.language, method);
    return method(asked);
  };
}

function measure(titles: readonly CodedTitle[], method: Method): CodedMeasures {
  const [first] = titles;
  // Builds the method's index, which must not be measured, with a title that is not asked again.
  if (first !== undefined) method({ ...first, title: `${first.title} ?` });
  const spent: number[] = [];
  const answers = titles.map((asked) => {
    const before = processor();
    const answer = method(asked);
    spent.push(processor() - before);
    return answer;
  });
  const ranks = answers.map((each, at) => {
    const asked = titles[at];
    const rank = each.findIndex((one) =>
      asked?.esco ? one.uri === asked.esco : isRight(one, asked, 4) === 1,
    );
    return rank < 0 ? Infinity : rank + 1;
  });
  return {
    digits: [1, 2, 3, 4].map((digits) =>
      mean(answers.map(([best], at) => isRight(best, titles[at], digits))),
    ),
    mrr: mean(ranks.map((rank) => 1 / rank)),
    recall10: mean(ranks.map((rank) => Number(rank <= 10))),
    millisecondsATitle: { mean: mean(spent), median: median(spent) },
  };
}

/** Returns 1 if `digits` digits agree, or all the list gives if it gives fewer; otherwise 0. */
function isRight(
  answer: Answer | undefined,
  asked: CodedTitle | undefined,
  digits: number,
): number {
  const wanted = asked?.isco?.slice(0, digits) ?? '';
  return Number(answer !== undefined && wanted !== '' && answer.isco.startsWith(wanted));
}

function writeReport({ titles, names, ours, sure, bands, peer }: CodedReport): void {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const of = ({ digits, mrr, recall10, millisecondsATitle }: CodedMeasures): string =>
    `right to 1, 2, 3, 4 digits ${digits.map(percent).join(', ')}; MRR ${mrr.toFixed(3)}, ` +
    `recall@10 ${recall10.toFixed(3)}, ${millisecondsATitle.mean.toFixed(2)} ms a title ` +
    `(median ${millisecondsATitle.median.toFixed(2)})`;
  write(`${titles} coded titles by ${names}`);
  write(`  ours  ${of(ours)}`);
  write(
    `        sure of ${percent(sure.share)} of them, and right in ${percent(sure.right)} of these`,
  );
  for (const { from, titles: count, said, right } of bands)
    write(`        from ${from}: ${count}, said ${said.toFixed(2)}, right ${right.toFixed(2)}`);
  write(`  peer  ${of(peer)}`);
}
