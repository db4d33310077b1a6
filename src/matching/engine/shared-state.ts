import type { EngineCandidate } from './engine-candidate.ts';
import { PeoplePacker, type PeopleShare } from './snapshot/people.ts';
import { SnapshotBuilder } from './snapshot/snapshot-builder.ts';
import type { Snapshot } from './snapshot/snapshot.ts';
import { Vocabulary, type VocabularyWords } from './snapshot/vocabulary.ts';

/** What a state was made from. */
export interface Basis {
  /** The date that decides which consents are live, `yyyy-mm-dd`. */
  on: string;
  /** The version of the reference data. */
  reference: string;
  /** Where the next call of readChanges starts. */
  seen: string;
}

/** A state without its changes: plain data in memory that threads share. */
export interface SharedState {
  snapshot: Snapshot;
  words: VocabularyWords;
  people: PeopleShare;
  basis: Basis;
}

/** Encodes all candidates in memory that threads can share. */
export async function shareState(
  people: AsyncIterable<EngineCandidate>,
  basis: Basis,
): Promise<SharedState> {
  const vocabulary = new Vocabulary();
  const builder = new SnapshotBuilder(vocabulary, basis.on);
  const packer = new PeoplePacker();
  for await (const person of people) {
    builder.add(person);
    packer.push(person);
  }
  const snapshot = builder.build();
  return { snapshot, words: vocabulary.words(), people: packer.share(), basis };
}
