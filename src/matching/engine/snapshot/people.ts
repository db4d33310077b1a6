import type { KnownPerson } from '../../facts/known-person.ts';
import { Growing } from './columns.ts';
import type { EngineCandidate } from '../engine-candidate.ts';

/** The data on candidates, each by number, from 0. */
export interface People {
  person(number: number): KnownPerson;
}

/**
 * The fields in the order in which they are packed. Consents come last: they are not part of the
 * candidate.
 */
const fields = [
  'id', 'organisationId', 'birthOn', 'nationalities', 'residenceCountry', 'residenceRegion',
  'residencePermits', 'euFamilyMember', 'rights', 'occupations', 'skills', 'languages',
  'educationLevel', 'educationField', 'licences', 'desiredCountries', 'desiredOccupations', 'permitCategories',
  'desiredPay', 'availableFromOn', 'availableUntilOn', 'previousStays', 'consents',
] as const satisfies (keyof EngineCandidate)[]; // prettier-ignore

/** The sizes of pages in bytes; they double from the first to the largest. */
const FIRST_PAGE = 1 << 14;
const PAGE = 1 << 24;
/**
 * How many recently unpacked candidates stay cached, at least. Similar vacancies need the same
 * ones.
 */
const MIN_CACHED_PEOPLE = 10_000;
const END = '\n'.charCodeAt(0);

/** Packed candidates: plain data in memory that threads share. */
export interface PeopleShare {
  pages: readonly Uint8Array[];
  /** By candidate: the index of the page times PAGE, plus the offset in the page. */
  starts: Float64Array;
  /** Values that many candidates share, by number. */
  values: readonly unknown[];
}

/**
 * Packs what the rules and the score read of each candidate into bytes, so that decisions need no
 * database reads. Values that many candidates share (a skill, a language at a level, a consent) are
 * kept once, and each candidate refers to them by number.
 */
export class PeoplePacker {
  private readonly pages: Buffer[] = [];
  /** The offset of the next candidate in the last page. */
  private free = 0;
  private readonly starts = new Growing(Float64Array);
  private readonly numbers = new Map<string, number>();
  private readonly values: unknown[] = [];

  push(person: EngineCandidate): void {
    const line = `${JSON.stringify(fields.map((name) => this.packed(person[name])))}\n`;
    const length = Buffer.byteLength(line);
    const page = this.pageFor(length);
    this.starts.push((this.pages.length - 1) * PAGE + this.free);
    page.write(line, this.free);
    this.free += length;
  }

  share(): PeopleShare {
    return { pages: this.pages, starts: this.starts.filled(), values: this.values };
  }

  private pageFor(length: number): Buffer {
    const last = this.pages.at(-1);
    if (last && this.free + length <= last.length) return last;
    const size = Math.min(PAGE, FIRST_PAGE << Math.min(10, this.pages.length));
    const page = Buffer.from(new SharedArrayBuffer(Math.max(size, length)));
    this.pages.push(page);
    this.free = 0;
    return page;
  }

  private packed(value: unknown): unknown {
    return Array.isArray(value) ? value.map((one) => this.numberOf(JSON.stringify(one))) : value;
  }

  private numberOf(json: string): number {
    const known = this.numbers.get(json);
    if (known !== undefined) return known;
    this.numbers.set(json, this.values.length);
    return this.values.push(JSON.parse(json)) - 1;
  }
}

/** Unpacks candidates one by one, and caches the recent ones. */
export class PackedPeople implements People {
  private readonly pages: readonly Buffer[];
  private recent = new Map<number, KnownPerson>();
  private older = new Map<number, KnownPerson>();

  constructor(private readonly share: PeopleShare) {
    this.pages = share.pages.map((page) => Buffer.from(page.buffer));
  }

  person(number: number): KnownPerson {
    const recent = this.recent.get(number);
    if (recent) return recent;
    const person = this.older.get(number) ?? this.unpack(number);
    if (this.recent.size >= MIN_CACHED_PEOPLE) {
      this.older = this.recent;
      this.recent = new Map();
    }
    this.recent.set(number, person);
    return person;
  }

  private unpack(number: number): KnownPerson {
    const start = this.share.starts[number] ?? 0;
    const page = this.pages[Math.floor(start / PAGE)] ?? Buffer.alloc(0);
    const from = start % PAGE;
    const packed = JSON.parse(page.toString('utf8', from, page.indexOf(END, from))) as unknown[];
    const consents = this.unpacked(packed.pop());
    // Fields are set in a fixed order, so that all candidates share one object shape, which is
    // fast.
    const candidate: Record<string, unknown> = {};
    for (const [at, value] of packed.entries()) candidate[fields[at] ?? ''] = this.unpacked(value);
    return { candidate, consents } as unknown as KnownPerson;
  }

  private unpacked(value: unknown): unknown {
    return Array.isArray(value) ? value.map((at: number) => this.share.values[at]) : value;
  }
}

/** The few candidates who changed since a snapshot. */
export class ListedPeople implements People {
  constructor(private readonly people: readonly EngineCandidate[]) {}

  person(number: number): KnownPerson {
    const person = this.people[number];
    if (!person) throw new RangeError(`There is no person ${number}.`);
    const { consents, ...candidate } = person;
    return { candidate, consents };
  }
}
