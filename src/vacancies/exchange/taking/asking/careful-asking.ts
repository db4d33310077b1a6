import { type ExchangeClient, LONGEST_PAUSE, type ReadDetails } from './exchange-client.ts';
import { SourceError } from './source-error.ts';
import { remark, type SourceRemark } from './source-remarks.ts';

/** The most references in one request. */
export const MOST_AT_ONCE = 100;
/** Enough to halve from a hundred to one, and to try some single vacancies after that. */
const MOST_FAILURES = 12;
const LONGEST_SILENCE = 300_000;

/**
 * Requests details in batches. A failed request halves the batch, and a successful one doubles it.
 * One vacancy that a source cannot give therefore does not keep back the others.
 */
export class CarefulAsking {
  /** The number of references to request next. */
  size: number;
  /** Why the last failed request failed, or null if none has failed. */
  lastFailure: SourceRemark | null = null;
  private failuresInARow = 0;
  private lastCameAt = performance.now();

  /**
   * @param failures the polls in a row that have failed. Each halves the first batch, because one
   * vacancy may be the reason why the source asked to be left alone
   */
  constructor(
    private readonly client: ExchangeClient,
    failures = 0,
  ) {
    this.size = Math.max(1, Math.floor(MOST_AT_ONCE / 2 ** failures));
  }

  /**
   * Requests the details of some references.
   * @returns null if the request failed but may succeed for fewer references
   * @throws SourceError if the source no longer answers, or asks to be left alone for longer than
   * the client has waited
   */
  async ask(references: readonly string[]): Promise<Map<string, ReadDetails> | null> {
    if (references.length === 0) return new Map();
    try {
      const details = await this.client.details(references);
      this.hear(details.size > 0);
      this.failuresInARow = 0;
      this.size = Math.min(this.size * 2, MOST_AT_ONCE);
      return details;
    } catch (error) {
      this.failuresInARow += 1;
      const isLost = this.failuresInARow >= MOST_FAILURES || this.isSilent;
      if (!(error instanceof SourceError) || error.pause > LONGEST_PAUSE || isLost) throw error;
      this.lastFailure = error.told;
      this.size = Math.max(1, Math.floor(references.length / 2));
      return null;
    }
  }

  private get isSilent(): boolean {
    return performance.now() - this.lastCameAt > LONGEST_SILENCE;
  }

  /** @throws SourceError if there have only been answers without any details for long */
  private hear(haveCome: boolean): void {
    if (haveCome) this.lastCameAt = performance.now();
    else if (this.isSilent)
      throw new SourceError(remark('details-stopped', { path: 'getDetails' }));
  }
}
