import { countsOf } from '../../../platform/lists/groups-of.ts';
import type { Evidence, ExactName } from '../confidence.ts';
import type { FoundName, Named } from './name-shelf.ts';

/** A concept that words may mean. */
export interface Proposal<C> {
  concept: C;
  /** The name that the words are like. */
  label: string;
  /** The confidence, 0 to 1. */
  confidence: number;
  /** What is known about the name if the words equal it; otherwise null. */
  name: ExactName | null;
  /** The language of the name, ISO 639-1. */
  language: string;
  /** Whether the name is from our own list, not ESCO's. */
  own: boolean;
}

/** The number of similar concepts that count as support if they are of the same group. */
const NEIGHBOURS = 10;

/** Returns what was found on all shelves, the most probable first. */
export function proposalsOf<C extends Named>(
  found: readonly FoundName<C>[],
  confidenceOf: (evidence: Evidence) => number,
): Proposal<C>[] {
  // Likeness to the name of a group is no evidence for its occupations, which have similar names.
  const witnesses = found.filter(({ concept, name }) => name !== null || !concept.isGroup);
  const likest = witnesses.toSorted((a, b) => b.likeness - a.likeness);
  const groupOf = ({ concept }: FoundName<C>): string => concept.group;
  const [best] = likest;
  const second = likest.find((one) => best && groupOf(one) !== groupOf(best));
  const nearest = new Set(likest.slice(0, NEIGHBOURS + 1));
  const besideItself = countsOf([...nearest].map(groupOf));
  const ofOthers = countsOf(likest.slice(0, NEIGHBOURS).map(groupOf));
  const evidenceOf = (one: FoundName<C>): Evidence => {
    const group = groupOf(one);
    const rival = best && group === groupOf(best) ? second : best;
    const support = nearest.has(one)
      ? (besideItself.get(group) ?? 0) - 1
      : (ofOthers.get(group) ?? 0);
    const { name, own, likeness, isUnsure, concept } = one;
    const margin = likeness - (rival?.likeness ?? 0);
    return { name, own, isGroup: concept.isGroup, isUnsure, likeness, margin, support };
  };
  return found
    .map((one) => {
      const { concept, label, name, language, own, score } = one;
      const confidence = confidenceOf(evidenceOf(one));
      return { concept, label, confidence, name, language, own, score };
    })
    .toSorted((a, b) => b.confidence - a.confidence || b.score - a.score);
}
