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
