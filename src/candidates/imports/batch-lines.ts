import { LineBuffer, type LinePlace } from '../../platform/database/copying/line-buffer.ts';
import type { HeaderMapping } from '../formats/headers/header-meaning.ts';
import type {
  ImportBatch,
  SentRecord,
  SingleRecord,
} from '../../platform/imports/running/import-batch.ts';

/** Candidates ready to be stored: nothing is left to do but SQL. */
export interface CandidateBatch extends ImportBatch {
  people: Uint8Array;
  consents: Uint8Array;
  /** Lines for the search index; empty if the index is not to be written. */
  documents: Uint8Array;
  columns: readonly HeaderMapping[];
}

const kinds = ['people', 'consents', 'documents'] as const;

type PersonLines = Record<(typeof kinds)[number], string>;

/** A candidate among the lines of a batch. */
interface Put {
  /** The places of its lines, in the order of `kinds`. */
  places: LinePlace[];
  single: SingleRecord | null;
}

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
  /** By reference, in the order of the lines. */
  private known = new Map<string, Put>();

  /** Adds a candidate, with the record as it was `sent` if each is kept by itself. */
  put(reference: string, lines: PersonLines, sent: SentRecord | null): void {
    this.accepted += 1;
    const earlier = this.known.get(reference);
    if (earlier) this.known.delete(reference);
    const places = kinds.map((kind, at) => {
      const place = earlier?.places[at];
      if (place) this.lines[kind].drop(place);
      return this.lines[kind].add(lines[kind]);
    });
    this.known.set(reference, { places, single: sent && { sent, lines } });
  }

  /** Adds lines that `faultLines` has written. */
  blame(faults: string): void {
    this.faults.add(faults);
  }

  take(): Omit<CandidateBatch, 'bytesRead' | 'format' | 'columns'> {
    const { accepted, passedOver } = this;
    const read = this.read - passedOver;
    const singles = [...this.known.values()].flatMap(({ single }) => single ?? []);
    this.read = 0;
    this.passedOver = 0;
    this.accepted = 0;
    this.known = new Map();
    return {
      read,
      accepted,
      rejected: read - accepted,
      passedOver,
      singles,
      people: this.lines.people.take(),
      consents: this.lines.consents.take(),
      documents: this.lines.documents.take(),
      faults: this.faults.take(),
    };
  }
}
