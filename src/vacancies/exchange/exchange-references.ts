/**
 * A vacancy as the exchange names it, without its content. Timestamps are milliseconds since 1970
 * UTC.
 */
export interface ExchangeReference {
  reference: string;
  /** The service that gave it. */
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

/** What became of vacancies since a moment. Each is in exactly one of the lists. */
export interface ChangedReferences {
  createdReferences: ExchangeReference[];
  modifiedReferences: ExchangeReference[];
  closedReferences: ExchangeReference[];
}

export interface ExchangeDetails extends ExchangeReference {
  /** HR-XML `PositionOpening`; absent if the vacancy is closed. */
  content?: string;
  contentFormatVersion?: string;
}

/** Returns the last moment at which the vacancy was created, changed or closed in the exchange. */
export function lastStampOf(reference: ExchangeReference): number {
  const { creationTimestamp, lastModificationTimestamp, closingTimestamp = 0 } = reference;
  return Math.max(creationTimestamp, lastModificationTimestamp, closingTimestamp);
}

/**
 * Returns the status and all timestamps as one text. If it differs from before, something has
 * happened.
 */
export function saidOf(reference: ExchangeReference): string {
  const { creationTimestamp, lastModificationTimestamp, closingTimestamp, status } = reference;
  return [status, creationTimestamp, lastModificationTimestamp, closingTimestamp].join(' ');
}
