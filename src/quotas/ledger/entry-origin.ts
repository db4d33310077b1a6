/** The part that every entry of the ledger shares: who made it, when and why. */
export interface EntryOrigin {
  /** The organisation, or null for the application itself. */
  by: string | null;
  at: Date;
  reason: string;
}
