import { countsOf } from '../../../platform/lists/groups-of.ts';
import type { Evidence, VeryName } from '../confidence.ts';
import type { FoundName, Named } from './name-shelf.ts';

/** A concept that words may mean. */
export interface Proposal<C> {
  concept: C;
  /** The name that the words are like. */
  label: string;
  /** 0 to 1. */
  confidence: number;
  /** Where the words are this very name. */
  name: VeryName | null;
  /** ISO 639-1, of the name. */
  language: string;
  /** The name stands in our own list, not in ESCO's. */
  own: boolean;
}

/** As many others are asked whether they are of one group. */
const NEIGHBOURS = 10;

/** What was found on all shelves, the likeliest first. */
export function proposalsOf<C extends Named>(
  found: readonly FoundName<C>[],
  confidenceOf: (evidence: Evidence) => number,
): Proposal<C>[] {
  // What is like the name of a group is no witness for its occupations, which are like it as well.
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
