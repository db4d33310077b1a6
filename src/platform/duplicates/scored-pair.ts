/** Why two records may be one: what was compared, what came of it, and what that weighs. */
export interface LikenessReason {
  /** Such as `birth-same`; never a value of either record. */
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
  /** Whose authority decides on it, ISO 3166-1 alpha-2. */
  country: string;
  /** Of what was compared of both: another one, and a pair that was dismissed is looked at again. */
  seen: string;
}

/** The reasons that weigh anything, and their sum. */
export function likenessOf(reasons: readonly LikenessReason[]): Likeness {
  const weighing = reasons.filter(({ weight }) => weight !== 0);
  return { score: weighing.reduce((sum, { weight }) => sum + weight, 0), reasons: weighing };
}

/** How a table of weights is asked: the reason by its code. */
export function reasonFrom<C extends string>(
  weights: Readonly<Record<C, number>>,
): (code: C) => LikenessReason {
  return (code) => ({ code, weight: weights[code] });
}
