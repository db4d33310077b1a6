import type { ImportBatch } from '../../platform/imports/import-batch.ts';
import { LineBuffer, type LinePlace } from '../../platform/database/line-buffer.ts';

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
  /** By reference: where the lines are of whoever is behind it so far. */
  private known = new Map<string, LinePlace[]>();

  put(reference: string, lines: PersonLines): void {
    this.accepted += 1;
    this.known.get(reference)?.forEach((place, at) => {
      this.lines[kinds[at] ?? 'people'].drop(place);
    });
    const places = kinds.map((kind) => this.lines[kind].add(lines[kind]));
    this.known.set(reference, places);
  }

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
