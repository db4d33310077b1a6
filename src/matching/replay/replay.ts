import { isDeepStrictEqual } from 'node:util';
import { decideOn } from '../match-vacancy.ts';
import type { MadeWith } from '../decision-versions.entity.ts';
import type { Match } from '../match.entity.ts';
import { factsFrom, type Inputs } from '../matches/decision-inputs.ts';
import type { EscoKnowledge } from '../scoring/part.ts';

/** A stored decision with what it was made from. */
export interface Replayable {
  match: Pick<
    Match,
    | 'id' | 'status' | 'waitUntilOn' | 'tier' | 'tierBecause' | 'tierCitation' | 'score'
    | 'contributions' | 'verdictList' | 'madeWith' // prettier-ignore
  >;
  inputs: Inputs;
}

/** The difference between a stored decision and the same decision made again. */
export interface Difference {
  matchId: string;
  /** The field of the match that differs, or the version that has changed since. */
  field: string;
  stored: unknown;
  again: unknown;
}

/**
 * Makes a decision again from its recorded inputs and compares it bit for bit (guarantee G5).
 *
 * @returns null if nothing differs; else the first difference, versions before results
 */
export function replay(
  { match, inputs }: Replayable,
  esco: EscoKnowledge,
  versions: MadeWith,
): Difference | null {
  const { tier, score, verdicts, status, waitUntilOn } = decideOn(factsFrom(inputs), esco);
  const madeWith = match.madeWith.versions;
  const again = {
    ...Object.fromEntries(
      Object.keys(madeWith).map((name) => [name, versions[name as keyof MadeWith]]),
    ),
    status,
    waitUntilOn,
    tier: tier.tier,
    tierBecause: tier.because,
    tierCitation: tier.citation,
    verdicts: verdicts.map(({ basis: __, ...verdict }) => verdict),
    contributions: score.contributions,
    score: score.total,
  };
  const { verdicts: told } = match.verdictList;
  const stored: Record<string, unknown> = { ...match, verdicts: told, ...madeWith };
  const field = Object.entries(asStored(again)).find(
    ([name, value]) => !isDeepStrictEqual(asStored(stored[name]), value),
  );
  if (!field) return null;
  const [name, value] = field;
  return { matchId: match.id, field: name, stored: stored[name], again: value };
}

/** Returns the value as JSON stores it, without undefined members. */
function asStored<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}
