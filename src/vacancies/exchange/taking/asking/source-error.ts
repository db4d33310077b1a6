import type { OutboundAnswer } from '../../../../platform/http/outbound/outbound.ts';
import { remark, sayRemark, type SourceRemark } from './source-remarks.ts';

/** A fault of a source, not ours, with a remark for the ministry that keeps the source. */
export class SourceError extends Error {
  constructor(
    readonly told: SourceRemark,
    /** The HTTP status, or null if there was no answer, or none that can be read. */
    readonly status: number | null = null,
    /** How long the source asks to be left alone, in milliseconds. */
    readonly pause = 0,
  ) {
    super(sayRemark(told, 'en'));
  }

  /** Makes an error from an answer with a status other than 200 (RFC 9110). */
  static of(path: string, { status, headers }: OutboundAnswer): SourceError {
    const code = status >= 300 && status < 400 ? 'source-redirects' : 'source-status';
    const pause = pauseOf(headers['retry-after'], headers.date);
    return new SourceError(remark(code, { path, status }), status, pause);
  }

  /** Whether the same request would fail again. */
  get isFinal(): boolean {
    const { status } = this;
    return status !== null && status >= 300 && status < 500 && status !== 408 && status !== 429;
  }
}

/**
 * Reads `Retry-After`, in seconds or as a date by the sender's clock, as milliseconds. Returns 0
 * for anything else.
 */
function pauseOf(asked: string | undefined, date: string | undefined): number {
  if (asked === undefined) return 0;
  const until = Date.parse(asked) - (Date.parse(date ?? '') || Date.now());
  const pause = /^\d{1,9}$/.test(asked.trim()) ? Number(asked) * 1_000 : until;
  return pause > 0 ? pause : 0;
}
