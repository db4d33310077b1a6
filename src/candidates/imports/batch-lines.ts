import { LineBuffer, type LinePlace } from '../../platform/database/copying/line-buffer.ts';
import type { HeaderMapping } from '../formats/headers/header-meaning.ts';
import type { ImportBatch } from '../../platform/imports/running/import-batch.ts';

/** People ready to be stored: all that is left to do is SQL. */
export interface CandidateBatch extends ImportBatch {
  /** Records that are people, doubles included. */
  accepted: number;
  /** Of `accepted`, each reference once, the later one. */
  distinct: number;
  people: Uint8Array;
  consents: Uint8Array;
  /** For the search index; empty where it is not to be written. */
  documents: Uint8Array;
  columns: readonly HeaderMapping[];
}

const kinds = ['people', 'consents', 'documents'] as const;

type PersonLines = Record<(typeof kinds)[number], string>;

/** Gathers the lines of a batch. Of two rows with one reference, the later stands. */
export class BatchLines {
  read = 0;
  /** Of `read`: rows that are nobody. */
  passedOver = 0;
  private accepted = 0;
  private readonly faults = new LineBuffer();
  private readonly lines = {
    people: new LineBuffer(),
    consents: new LineBuffer(),
    documents: new LineBuffer(),
  };
  /** By reference: where the lines are of whoever is behind it so far, in the order of `kinds`. */
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

  /** `faults`: lines of `faultLines`. */
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
      ...{ read, accepted, rejected: read - accepted, passedOver, distinct },
      people: this.lines.people.take(),
      consents: this.lines.consents.take(),
      documents: this.lines.documents.take(),
      faults: this.faults.take(),
    };
  }
}
