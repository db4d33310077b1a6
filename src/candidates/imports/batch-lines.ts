import { LineBuffer, type LinePlace } from '../../platform/database/copying/line-buffer.ts';
import type { HeaderMapping } from '../formats/headers/header-meaning.ts';
import type { ImportBatch } from '../../platform/imports/running/import-batch.ts';

/** Candidates ready to be stored: nothing is left to do but SQL. */
export interface CandidateBatch extends ImportBatch {
  /** The records that are candidates, including those with a repeated reference. */
  accepted: number;
  /** The candidates among `accepted` with each reference counted once; the later row wins. */
  distinct: number;
  people: Uint8Array;
  consents: Uint8Array;
  /** Lines for the search index; empty if the index is not to be written. */
  documents: Uint8Array;
  columns: readonly HeaderMapping[];
}

const kinds = ['people', 'consents', 'documents'] as const;

type PersonLines = Record<(typeof kinds)[number], string>;

/** Gathers the lines of a batch. If two rows share a reference, the later one wins. */
export class BatchLines {
  read = 0;
  /** The rows among `read` that are not candidates. */
  passedOver = 0;
  private accepted = 0;
  private readonly faults = new LineBuffer();
  private readonly lines = {
    people: new LineBuffer(),
    consents: new LineBuffer(),
    documents: new LineBuffer(),
  };
  /** The places of the lines of each reference so far, in the order of `kinds`. */
  private known = new Map<string, LinePlace[]>();

  put(reference: string, lines: PersonLines): void {
    this.accepted += 1;
    const earlier = this.known.get(reference);
    const places = kinds.map((kind, at) => {
      const place = earlier?.[at];
      if (place) this.lines[kind].drop(place);
      return this.lines[kind].add(lines[kind]);
    });
    this.known.set(reference, places);
  }

  /** Adds lines that `faultLines` has written. */
  blame(faults: string): void {
    this.faults.add(faults);
  }

  take(): Omit<CandidateBatch, 'bytesRead' | 'format' | 'columns'> {
    const { accepted, passedOver } = this;
    const read = this.read - passedOver;
    const distinct = this.known.size;
    this.read = 0;
    this.passedOver = 0;
    this.accepted = 0;
    this.known = new Map();
    return {
      read,
      accepted,
      rejected: read - accepted,
      passedOver,
      distinct,
      people: this.lines.people.take(),
      consents: this.lines.consents.take(),
      documents: this.lines.documents.take(),
      faults: this.faults.take(),
    };
  }
}
