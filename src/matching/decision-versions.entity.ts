import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The versions of the rules, weights, law and reference data behind a decision. */
export interface Versions {
  rules: string;
  weights: string;
  /** The number of the last change of law that was known. */
  law: number;
  reference: string;
  /** The state of the data in memory that the shortlist came from. */
  snapshot: string;
}

/** The versions that a decision depends on. It does not depend on the shortlist it came from. */
export type MadeWith = Omit<Versions, 'snapshot'>;

/** The versions behind decisions. A million decisions can share one row. */
@Entity()
export class DecisionVersions {
  /** The hash of `versions`. */
  @PrimaryColumn('uuid') hash: string;
  @Column('jsonb') versions: MadeWith;
}

interface Stored {
  madeWith: Pick<DecisionVersions, 'versions'>;
  snapshot: string;
}

/** Returns every version behind a stored decision. */
export function versionsOf({ madeWith, snapshot }: Stored): Versions {
  return { ...madeWith.versions, snapshot };
}
