/** What every line of the ledger says of itself. */
export interface Entered {
  /** The organisation; null for the application itself. */
  by: string | null;
  at: Date;
  reason: string;
}
