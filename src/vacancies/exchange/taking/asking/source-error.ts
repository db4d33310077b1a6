import type { OutboundAnswer } from '../../../../platform/http/outbound/outbound.ts';

/** What is wrong with a source, in words for those who keep it; the fault is not ours. */
export class SourceError extends Error {
  constructor(
    message: string,
    /** Of HTTP; null where there was no answer, or one that cannot be read. */
    readonly status: number | null = null,
    /** How long it asks to be left alone, in milliseconds. */
    readonly pause = 0,
  ) {
    super(message);
  }

  /** Of an answer other than 200 (RFC 9110). */
  static of(path: string, { status, headers }: OutboundAnswer): SourceError {
    const isRedirect = status >= 300 && status < 400;
    const hint = isRedirect ? '; redirects are not followed' : '';
    const pause = pauseOf(headers['retry-after'], headers.date);
    return new SourceError(`${path}: status ${status}${hint}.`, status, pause);
  }

  /** Asking the same again would bring the same. */
  get isFinal(): boolean {
    const { status } = this;
    return status !== null && status >= 300 && status < 500 && status !== 408 && status !== 429;
  }
}

/** `Retry-After` in seconds or as a date, by the clock of who sent it; 0 for anything else. */
function pauseOf(asked: string | undefined, date: string | undefined): number {
  if (asked === undefined) return 0;
  const until = Date.parse(asked) - (Date.parse(date ?? '') || Date.now());
  const pause = /^\d{1,9}$/.test(asked.trim()) ? Number(asked) * 1_000 : until;
  return pause > 0 ? pause : 0;
}
