import {
  type CandidateRecord,
  fileFailure,
  readCandidates,
} from '../../../src/candidates/formats/read-candidates.ts';

interface Outcome {
  records: CandidateRecord[];
  failure: { code: string; message: string } | null;
}

/** Reads a whole file. Returns its records, and why reading ended early, or null. */
export async function readPeople(input: AsyncIterable<Uint8Array>): Promise<Outcome> {
  const records: CandidateRecord[] = [];
  try {
    for await (const list of readCandidates(input)) records.push(...list);
    return { records, failure: null };
  } catch (error) {
    const failure = fileFailure(error);
    if (failure === null) throw error;
    return { records, failure };
  }
}
