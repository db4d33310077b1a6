import { jsonText } from '../../platform/database/copying/copy-line.ts';
import type { Detail } from '../scoring/details.ts';
import type { Contribution } from '../scoring/score.ts';
import type { PartName } from '../scoring/weights.ts';

type Silence = 'vacancy' | 'person';
type CompactSilentPart = [part: PartName, silent: Silence];
type CompactKnownPart = [
  ...[part: PartName, detail: Detail, value: number, points: number, of: number],
  ...([lacks: readonly string[]] | []),
];

/** A contribution as stored: without field names and without what is empty. */
type CompactContribution = CompactSilentPart | CompactKnownPart;

/**
 * The form in which silence was stored while details were English text. `Told` held English then
 * too.
 */
type SilentInEnglish = [part: PartName, detail: string, silent: Silence];

/**
 * Returns contributions as the JSON text that is stored. The text is built by hand because this
 * runs for each of a million decisions: arrays for JSON.stringify took a twentieth of the time of
 * deciding.
 */
export function compactText(contributions: readonly Contribution[]): string {
  let text = '';
  for (const contribution of contributions) {
    text += `${text === '' ? '' : ','}${compactOf(contribution)}`;
  }
  return `[${text}]`;
}

function compactOf({ part, detail, silent, value, points, of, lacks }: Contribution): string {
  if (silent !== null) return `["${part}","${silent}"]`;
  const lacking = lacks.length === 0 ? '' : `,${jsonText(lacks)}`;
  return `["${part}",${JSON.stringify(detail)},${value ?? 0},${points},${of}${lacking}]`;
}

function contributionOf(compact: CompactContribution | SilentInEnglish): Contribution {
  if (compact.length === 2 || compact.length === 3) {
    const silent = compact.length === 2 ? compact[1] : compact[2];
    return { part: compact[0], value: null, detail: '', silent, lacks: [], of: 0, points: 0 };
  }
  const [part, detail, value, points, of, lacks = []] = compact;
  return { part, value, detail, silent: null, lacks, of, points };
}

/** The transformer of the contributions column of a match. */
export const compactContributions = {
  to: (contributions: readonly Contribution[]): unknown => JSON.parse(compactText(contributions)),
  from: (kept: readonly (CompactContribution | SilentInEnglish)[]) => kept.map(contributionOf),
};
