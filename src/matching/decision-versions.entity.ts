import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which rules, weights, tests and reference data a decision was made with. */
export interface Versions {
  rules: string;
  weights: string;
  /** The number of the last change of law that was known. */
  law: number;
  reference: string;
  /** What the shortlist was drawn from; see EngineState.name. */
  snapshot: string;
}

/** What a decision rests on: from another shortlist it is still the same. */
export type MadeWith = Omit<Versions, 'snapshot'>;

/** What decisions were made with: the same for a million of them, and kept once. */
@Entity()
export class DecisionVersions {
  /** Of the content. */
  @PrimaryColumn('uuid') hash: string;
  @Column('jsonb') versions: MadeWith;
}

interface Stored {
  madeWith: Pick<DecisionVersions, 'versions'>;
  snapshot: string;
}

/** Everything that a decision was made with. */
export function versionsOf({ madeWith, snapshot }: Stored): Versions {
  return { ...madeWith.versions, snapshot };
}
