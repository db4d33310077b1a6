/** A vacancy as the exchange names it, without what it says. Timestamps are milliseconds since 1970 UTC. */
export interface ExchangeReference {
  reference: string;
  /** Which service gave it. */
  source: string;
  status: 'ACTIVE' | 'CLOSED';
  creationTimestamp: number;
  lastModificationTimestamp: number;
  closingTimestamp?: number;
}

/** Every vacancy that is or ever was offered. */
export interface AllReferences {
  allReferences: ExchangeReference[];
}

/** What became of vacancies since a moment; each stands in one of the lists. */
export interface ChangedReferences {
  createdReferences: ExchangeReference[];
  modifiedReferences: ExchangeReference[];
  closedReferences: ExchangeReference[];
}

export interface ExchangeDetails extends ExchangeReference {
  /** HR-XML `PositionOpening`; absent where the vacancy is closed. */
  content?: string;
  contentFormatVersion?: string;
}

/** When the vacancy was last given to the exchange, in whichever way. */
export function lastStampOf(reference: ExchangeReference): number {
  const { creationTimestamp, lastModificationTimestamp, closingTimestamp = 0 } = reference;
  return Math.max(creationTimestamp, lastModificationTimestamp, closingTimestamp);
}

/** All that its moments say, as one text: where it differs, something has happened. */
export function saidOf(reference: ExchangeReference): string {
  const { creationTimestamp, lastModificationTimestamp, closingTimestamp, status } = reference;
  return [status, creationTimestamp, lastModificationTimestamp, closingTimestamp].join(' ');
}
