import { setTimeout as sleep } from 'node:timers/promises';
import type { Outbound } from '../../../../platform/config/config.ts';
import { type OutboundAnswer, sendOut } from '../../../../platform/http/outbound/outbound.ts';
import { isObject } from '../../../../platform/formats/json/json-values.ts';
import type { ExchangeReference } from '../../exchange-references.ts';
import { readExchangeStatus, readReferences, type ReadReferences } from './read-references.ts';
import { SourceError } from './source-error.ts';
import { remark } from './source-remarks.ts';

/** The details of one vacancy as a source gives them. */
export interface ReadDetails {
  /** Null if the source gives no status, or an unknown one. */
  status: ExchangeReference['status'] | null;
  /** HR-XML `PositionOpening`, or null for a tombstone. */
  content: string | null;
}

/** One request. */
interface Asked {
  path: string;
  mostBytes: number;
  /** If present, it is sent by POST. */
  body?: unknown;
}

type Read<T> = (answer: OutboundAnswer) => T | Promise<T>;

const MEGABYTE = 1_048_576;
const LIST_BYTES = 256 * MEGABYTE;
/**
 * The parsed answer takes many times as much memory. The details of a hundred vacancies are a few
 * megabytes.
 */
const DETAILS_BYTES = 8 * MEGABYTE;
const TIMEOUT = 60_000;
/** Milliseconds. A request is tried three times before the source counts as out of order. */
const PAUSES = [200, 1_000];
/**
 * Milliseconds. If a source asks for a longer pause, the client gives up, and the next poll waits
 * instead.
 */
export const LONGEST_PAUSE = 60_000;

/**
 * Requests data from one source of the exchange. Every method throws a SourceError that says what
 * went wrong.
 */
export class ExchangeClient {
  /** `stop` aborts any request under way. */
  constructor(
    private readonly address: string,
    private readonly outbound: Outbound,
    private readonly stop?: AbortSignal,
  ) {}

  /** Returns all references, including tombstones if the source keeps them. */
  all(): Promise<ReadReferences> {
    const asked = { path: 'getAll', mostBytes: LIST_BYTES };
    return this.ask(asked, ({ body }) => readReferences(body, ['allReferences']));
  }

  /** Returns the references changed since a moment, in milliseconds since 1970 UTC. */
  changes(since: number): Promise<ReadReferences> {
    const asked = { path: `getChanges/${since}`, mostBytes: LIST_BYTES };
    const lists = ['createdReferences', 'modifiedReferences', 'closedReferences'];
    return this.ask(asked, ({ body }) => readReferences(body, lists));
  }

  /** Returns details by reference. References unknown to the source are missing. */
  details(references: readonly string[]): Promise<Map<string, ReadDetails>> {
    const asked = { path: 'getDetails', mostBytes: DETAILS_BYTES, body: references };
    return this.ask(asked, ({ body }) => readDetails(body));
  }

  private async ask<T>(asked: Asked, read: Read<T>): Promise<T> {
    for (const pause of PAUSES) {
      try {
        return await this.askOnce(asked, read);
      } catch (error) {
        const { isFinal = true, pause: wanted = 0 } = error instanceof SourceError ? error : {};
        if (isFinal || wanted > LONGEST_PAUSE) throw error;
        await sleep(Math.max(pause, wanted), undefined, { signal: this.stop });
      }
    }
    return this.askOnce(asked, read);
  }

  /** @throws SourceError */
  private async askOnce<T>({ path, mostBytes, body }: Asked, read: Read<T>): Promise<T> {
    const url = new URL(`${this.address.replace(/\/+$/, '')}/${path}`);
    const request = { url, mostBytes, body, timeout: TIMEOUT, stop: this.stop };
    const answer = await sendOut(request, this.outbound).catch(said('source-unreachable', path));
    if (answer.status !== 200) throw SourceError.of(path, answer);
    return Promise.resolve(answer).then(read).catch(said('answer-invalid', path));
  }
}

/** Returns a handler that reports any error as a SourceError. */
function said(
  code: 'source-unreachable' | 'answer-invalid',
  path: string,
): (error: unknown) => never {
  return (error) => {
    const named = error instanceof Error ? error.message : String(error);
    const reason = error instanceof SourceError ? error.told : named;
    throw new SourceError(remark(code, { path, reason }));
  };
}

/**
 * Reads the details in an answer. An entry is found by its key, unless another one names that
 * reference itself. Two references may differ in blanks or case alone.
 * @throws SourceError if it has no details, Error if it is not JSON
 */
function readDetails(body: readonly Uint8Array[]): Map<string, ReadDetails> {
  const answer: unknown = JSON.parse(new TextDecoder().decode(Buffer.concat(body)));
  const details = isObject(answer) ? answer['details'] : null;
  if (!isObject(details)) throw new SourceError(remark('list-missing', { lists: 'details' }));
  const read = Object.entries(details).flatMap(([key, entry]) => {
    if (!isObject(entry)) return [];
    const { content, reference } = entry;
    const status = readExchangeStatus(entry['status']);
    const one = { status, content: typeof content === 'string' ? content : null };
    return [{ key, reference: typeof reference === 'string' ? reference : key, one }];
  });
  return new Map([
    ...read.map(({ key, one }) => [key, one] as const),
    ...read.map(({ reference, one }) => [reference, one] as const),
  ]);
}
