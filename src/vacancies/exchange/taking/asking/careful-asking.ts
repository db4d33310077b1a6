import type { ExchangeClient, ReadDetails } from './exchange-client.ts';
import { SourceError } from './source-error.ts';

const MOST_AT_ONCE = 100;
/** From a hundred to one by halves, and some single ones after that. */
const MOST_FAILURES = 12;
const LONGEST_SILENCE = 300_000;

/**
 * Asks for details: for half as many after each request that fails, and for more again when they come. So
 * one vacancy that a source cannot give keeps none of the others back.
 */
export class CarefulAsking {
  /** For how many to ask next. */
  size = MOST_AT_ONCE;
  /** Of the last request that failed; null where none has. */
  lastFailure: string | null = null;
  private failuresInARow = 0;
  private lastCameAt = performance.now();

  constructor(private readonly client: ExchangeClient) {}

  /**
   * @returns null where the request failed, and may succeed for fewer
   * @throws SourceError where the source answers nothing any more, or asks to be left alone
   */
  async ask(references: readonly string[]): Promise<Map<string, ReadDetails> | null> {
    if (references.length === 0) return new Map();
    try {
      const details = await this.client.details(references);
      this.failuresInARow = 0;
      this.lastCameAt = performance.now();
      this.size = Math.min(this.size * 2, MOST_AT_ONCE);
      return details;
    } catch (error) {
      this.failuresInARow += 1;
      const isLost =
        this.failuresInARow >= MOST_FAILURES ||
        performance.now() - this.lastCameAt > LONGEST_SILENCE;
      if (!(error instanceof SourceError) || error.pause > 0 || isLost) throw error;
      this.lastFailure = error.message;
      this.size = Math.max(1, Math.floor(references.length / 2));
      return null;
    }
  }
}
