/** One reason why two records may be one: the outcome of one comparison, and its weight. */
export interface LikenessReason {
  /** A code such as `birth-same`; never a value of either record. */
  code: string;
  weight: number;
}

export interface Likeness {
  /** The sum of the weights. */
  score: number;
  reasons: LikenessReason[];
}

/** Two records that may be one; the lower id is `oneId`. */
export interface ScoredPair extends Likeness {
  oneId: string;
  otherId: string;
  oneOrganisationId: string;
  otherOrganisationId: string;
  /** The country whose authority decides on the pair, ISO 3166-1 alpha-2. */
  country: string;
  /**
   * A hash of the compared data of both records. If it changes, a dismissed pair is shown again.
   */
  seen: string;
}

/** Returns the reasons with a weight other than 0, and the sum of the weights. */
export function likenessOf(reasons: readonly LikenessReason[]): Likeness {
  const weighing = reasons.filter(({ weight }) => weight !== 0);
  return { score: weighing.reduce((sum, { weight }) => sum + weight, 0), reasons: weighing };
}

/** Returns a function that gives the reason for a code, with its weight from `weights`. */
export function reasonFrom<C extends string>(
  weights: Readonly<Record<C, number>>,
): (code: C) => LikenessReason {
  return (code) => ({ code, weight: weights[code] });
}
