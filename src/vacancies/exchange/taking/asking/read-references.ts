import { setImmediate as nextTurn } from 'node:timers/promises';
import { readJsonRecords } from '../../../../platform/formats/json/json-records.ts';
import { isStorable } from '../../../../platform/formats/storable.ts';
import {
  isObject,
  type JsonObject,
  textAt,
} from '../../../../platform/formats/json/json-values.ts';
import { isNotOpen, plainStatus } from '../../../formats/hr-xml/status-words.ts';
import { type ExchangeReference, lastStampOf } from '../../exchange-references.ts';
import { SourceError } from './source-error.ts';
import { remark, type SourceRemark } from './source-remarks.ts';

/** The references of one answer, each once. */
export interface ReadReferences {
  references: ExchangeReference[];
  /** The number of entries that name no vacancy. */
  unreadable: number;
  /** What is wrong with the first of those entries, or null if there are none. */
  example: SourceRemark | null;
}

/**
 * More than any service of a member state has. A longer answer is an attempt to fill our memory.
 */
const MOST = 1_000_000;

/**
 * Reads the lists of one answer entry by entry, so that the answer is never held as a whole value.
 * If a vacancy occurs twice, the later statement wins; of two at the same moment, a closed one
 * wins. A list may be null, as some programs write an empty one.
 * @throws SourceError if the answer has none of the lists, or names too many vacancies; Error if it
 * is not JSON
 */
export async function readReferences(
  body: readonly Uint8Array[],
  lists: readonly string[],
): Promise<ReadReferences> {
  const latest = new Map<string, ExchangeReference>();
  let unreadable = 0;
  let example: SourceRemark | null = null;
  for await (const { row, value, malformed } of readJsonRecords(inPieces(body), { arrayKeys: lists })) {
    // If there is no list, the reader yields the answer itself.
    if (row === 1 && isAnswer(value)) {
      if (lists.some((list) => value[list] === null)) break;
      throw new SourceError(remark('list-missing', { lists: lists.join(', ') }));
    }
    const reference = malformed
      ? remark('entry-malformed', { reason: malformed.message })
      : readReference(value);
    if ('code' in reference) {
      unreadable += 1;
      example ??= reference;
    } else if (isLater(reference, latest.get(reference.reference)))
      latest.set(reference.reference, reference);
    if (latest.size > MOST) throw new SourceError(remark('list-too-long', { most: MOST }));
  }
  return { references: [...latest.values()], unreadable, example };
} // prettier-ignore

/**
 * Reads a status of the exchange, or of a program that writes others. Returns null for an unknown
 * word.
 */
export function readExchangeStatus(sent: unknown): ExchangeReference['status'] | null {
  const plain = typeof sent === 'string' ? plainStatus(sent) : '';
  if (plain === 'active' || plain === 'open') return 'ACTIVE';
  return plain === 'closed' || isNotOpen(plain) ? 'CLOSED' : null;
}

/** Yields to other work in between, because a list may be very long. */
async function* inPieces(body: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const piece of body) {
    yield piece;
    await nextTurn();
  }
}

/**
 * Returns whether the value is an answer rather than an entry: it has none of an entry's members.
 */
function isAnswer(value: unknown): value is JsonObject {
  return isObject(value) && !('reference' in value) && !('status' in value);
}

function isLater(one: ExchangeReference, known: ExchangeReference | undefined): boolean {
  if (!known) return true;
  const ahead = lastStampOf(one) - lastStampOf(known);
  return ahead > 0 || (ahead === 0 && one.status === 'CLOSED');
}

/** Reads one entry of a list. Returns what is wrong with it if it names no vacancy. */
function readReference(entry: unknown): ExchangeReference | SourceRemark {
  if (!isObject(entry)) return remark('entry-no-object');
  const { reference } = entry;
  const origin = textAt(entry, 'source') ?? '';
  if (typeof reference !== 'string' || !isName(reference))
    return remark('reference-unreadable', { shown: shown(reference) });
  const status = readExchangeStatus(entry['status']);
  if (status === null)
    return remark('status-unknown', { reference, shown: shown(entry['status']) });
  const [created, modified] = [
    millisIn(entry['creationTimestamp']),
    millisIn(entry['lastModificationTimestamp']),
  ];
  if (created === null && modified === null)
    return remark('stamp-missing', {
      reference,
      shown: shown(entry['lastModificationTimestamp']),
    });
  // Services also send a time in the future for an open vacancy, when it is going to close. That is
  // ignored.
  const closed = status === 'CLOSED' ? millisIn(entry['closingTimestamp']) : null;
  return {
    reference,
    source: isName(origin) ? origin : '',
    status,
    creationTimestamp: created ?? modified ?? 0,
    lastModificationTimestamp: modified ?? created ?? 0,
    ...(closed !== null && { closingTimestamp: closed }),
  };
}

function isName(text: string): boolean {
  return text !== '' && text.length <= 200 && isStorable(text);
}

function shown(value: unknown): string {
  return value === undefined ? '-' : JSON.stringify(value).slice(0, 60);
}

/**
 * Accepts times up to the year 2200; anything later is not in milliseconds, but for instance in
 * microseconds.
 */
function millisIn(value: unknown): number | null {
  const isMoment = typeof value === 'number' && value >= 0 && value < 7_258_118_400_000;
  return isMoment ? Math.trunc(value) : null;
}
