import { setTimeout as sleep } from 'node:timers/promises';
import type { Outbound } from '../../platform/config/config.ts';
import { type OutboundAnswer, sendOut } from '../../platform/http/outbound.ts';
import { isObject, type JsonObject } from '../formats/json-values.ts';
import {
  type ExchangeDetails,
  type ExchangeReference,
  lastStampOf,
} from './exchange-references.ts';

/** References of one answer, each once; `unreadable` counts entries that name nothing. */
export interface ReadReferences {
  references: ExchangeReference[];
  unreadable: number;
}

const MEGABYTE = 1_048_576;
const TIMEOUT = 60_000;
/** Each request is tried thrice before the source counts as out of order. */
const PAUSES = [200, 1_000];
/** Longer than that a source is not waited for, whatever it asks; the next poll goes on. */
const LONGEST_PAUSE = 60_000;

/** A source that answers, but not with what was asked for. */
class RefusedBySource extends Error {
  constructor(
    path: string,
    private readonly answer: OutboundAnswer,
  ) {
    super(`${path}: status ${answer.status}.`);
  }

  /** How long it asks to be left alone, in milliseconds (RFC 9110, `Retry-After` in seconds). */
  get pause(): number {
    const asked = Number(this.answer.headers['retry-after'] ?? 0) * 1_000;
    return asked > 0 && asked <= LONGEST_PAUSE ? asked : 0;
  }
}

/** Asks one source of the exchange; every method throws an Error that says what went wrong. */
export class ExchangeClient {
  constructor(
    private readonly address: string,
    private readonly outbound: Outbound,
  ) {}

  /** Everything, tombstones included where the source keeps them. */
  async all(): Promise<ReadReferences> {
    return readReferences(await this.ask('getAll', 256 * MEGABYTE), ['allReferences']);
  }

  /** `since`: milliseconds since 1970 UTC. */
  async changes(since: number): Promise<ReadReferences> {
    const answer = await this.ask(`getChanges/${since}`, 256 * MEGABYTE);
    const lists = ['createdReferences', 'modifiedReferences', 'closedReferences'];
    return readReferences(answer, lists);
  }

  /** By reference; those that the source does not know are missing. */
  async details(references: readonly string[]): Promise<Map<string, ExchangeDetails>> {
    const answer = await this.ask('getDetails', 128 * MEGABYTE, references);
    if (!isObject(answer['details'])) throw new Error('getDetails: no "details" in the answer.');
    const details = Object.values(answer['details']).map(readDetails);
    return new Map(details.flatMap((one) => (one ? [[one.reference, one]] : [])));
  }

  private async ask(path: string, mostBytes: number, body?: unknown): Promise<JsonObject> {
    for (const pause of PAUSES) {
      try {
        return await this.askOnce(path, mostBytes, body);
      } catch (error) {
        await sleep(Math.max(pause, error instanceof RefusedBySource ? error.pause : 0));
      }
    }
    return this.askOnce(path, mostBytes, body);
  }

  private async askOnce(path: string, mostBytes: number, body?: unknown): Promise<JsonObject> {
    const url = new URL(`${this.address.replace(/\/+$/, '')}/${path}`);
    const answer = await sendOut({ url, mostBytes, body, timeout: TIMEOUT }, this.outbound);
    if (answer.status !== 200) throw new RefusedBySource(path, answer);
    try {
      const read: unknown = JSON.parse(answer.body);
      if (isObject(read)) return read;
    } catch {
      // Said below: no JSON, or no object.
    }
    throw new Error(`${path}: the answer is no JSON object.`);
  }
}

/** Of a vacancy that stands in two lists, what was said last holds; closed, where said at once. */
function readReferences(answer: JsonObject, lists: readonly string[]): ReadReferences {
  const latest = new Map<string, ExchangeReference>();
  let unreadable = 0;
  for (const list of lists) {
    const entries = answer[list];
    if (!Array.isArray(entries)) throw new Error(`No list "${list}" in the answer.`);
    for (const entry of entries as unknown[]) {
      const reference = readReference(entry);
      if (reference === null) unreadable += 1;
      else if (isLater(reference, latest.get(reference.reference)))
        latest.set(reference.reference, reference);
    }
  }
  return { references: [...latest.values()], unreadable };
}

function isLater(one: ExchangeReference, known: ExchangeReference | undefined): boolean {
  if (!known) return true;
  const ahead = lastStampOf(one) - lastStampOf(known);
  return ahead > 0 || (ahead === 0 && one.status === 'CLOSED');
}

function readReference(entry: unknown): ExchangeReference | null {
  if (!isObject(entry)) return null;
  const { reference, source, status } = entry;
  const [created, modified, closed] = [
    millisIn(entry['creationTimestamp']),
    millisIn(entry['lastModificationTimestamp']),
    millisIn(entry['closingTimestamp']),
  ];
  if (typeof reference !== 'string' || reference === '' || reference.length > 200) return null;
  if (status !== 'ACTIVE' && status !== 'CLOSED') return null;
  if (created === null && modified === null) return null;
  return {
    reference,
    source: typeof source === 'string' ? source.slice(0, 200) : '',
    status,
    creationTimestamp: created ?? modified ?? 0,
    lastModificationTimestamp: modified ?? created ?? 0,
    ...(closed !== null && { closingTimestamp: closed }),
  };
}

/** Up to the year 2200: a stamp beyond would put every later change behind the cursor. */
function millisIn(value: unknown): number | null {
  const isMoment = typeof value === 'number' && value >= 0 && value < 7_258_118_400_000;
  return isMoment ? Math.trunc(value) : null;
}

function readDetails(entry: unknown): ExchangeDetails | null {
  const reference = readReference(entry);
  if (reference === null || !isObject(entry)) return null;
  const { content } = entry;
  return { ...reference, ...(typeof content === 'string' && { content }) };
}
