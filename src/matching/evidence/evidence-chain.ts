import { createHash } from 'node:crypto';

/** One piece of evidence. Its hash covers everything before it. */
export interface ChainedEntry {
  /** The position in the chain, from 0. */
  index: number;
  kind: string;
  /** The evidence as JSON data: no dates, nothing undefined. */
  content: object;
  /** The hash of the previous entry; 64 zeros for the first. */
  previous: string;
  /** SHA-256, hexadecimal, of the canonical JSON of the other four members. */
  hash: string;
}

const START = '0'.repeat(64);

/** Chains pieces of evidence in their order, so that none can be changed, left out or moved. */
export function chain(pieces: readonly Pick<ChainedEntry, 'kind' | 'content'>[]): ChainedEntry[] {
  const entries: ChainedEntry[] = [];
  for (const [index, { kind, ...piece }] of pieces.entries()) {
    const content = JSON.parse(JSON.stringify(piece.content)) as object;
    const entry = { index, kind, content, previous: entries.at(-1)?.hash ?? START };
    entries.push({ ...entry, hash: hashOf(entry) });
  }
  return entries;
}

/** Returns the index of the first entry that does not fit the chain; null if all do. */
export function firstBroken(entries: readonly ChainedEntry[]): number | null {
  const broken = entries.findIndex((entry, index) => {
    const previous = entries[index - 1]?.hash ?? START;
    return entry.index !== index || entry.previous !== previous || entry.hash !== hashOf(entry);
  });
  return broken === -1 ? null : broken;
}

function hashOf({ index, kind, content, previous }: Omit<ChainedEntry, 'hash'>): string {
  const text = canonical({ index, kind, content, previous });
  return createHash('sha256').update(text).digest('hex');
}

/** Returns JSON with the keys of every object sorted and no whitespace (after RFC 8785). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}
