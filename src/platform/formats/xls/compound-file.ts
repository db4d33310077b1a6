import { workbookUnreadable } from '../sheets/workbook-refusals.ts';

/** Numbers of sectors from here on are marks: of an end, or of a free sector. */
const MARKS = 0xffff_fffa;
/** Marks the absence of a directory entry. */
const NONE = 0xffff_ffff;
const ENTRY = 128;
const kinds = { stream: 2, root: 5 } as const;

/** The offsets of the fields in the header ([MS-CFB] 2.2), and its length, in bytes. */
const header = {
  sectorShift: 30,
  miniShift: 32,
  directory: 48,
  miniCutoff: 56,
  miniTable: 60,
  moreTables: 68,
  tables: 76,
  length: 512,
} as const;

interface DirectoryEntry {
  name: string;
  kind: number;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

/** Sectors of one size. For each of them, `next` holds the following sector of its chain. */
class Sectors {
  private readonly count: number;

  constructor(
    private readonly bytes: Buffer,
    private readonly size: number,
    private readonly next: Uint32Array,
  ) {
    this.count = Math.ceil(bytes.length / size);
  }

  /**
   * Returns the bytes of a chain, at most all sectors.
   * @throws FormatError if the chain leads nowhere or into itself
   */
  read(start: number, size = Infinity): Buffer {
    if (size !== Infinity && size > this.bytes.length) throw workbookUnreadable('it breaks off');
    const parts: Buffer[] = [];
    for (let sector = start; sector < MARKS; sector = this.next[sector] ?? MARKS) {
      if (sector >= this.count || parts.length >= this.count)
        throw workbookUnreadable('a chain of its sectors has no end');
      parts.push(this.bytes.subarray(sector * this.size, (sector + 1) * this.size));
      if (parts.length * this.size >= size) break;
    }
    const whole = Buffer.concat(parts);
    if (size === Infinity) return whole;
    if (whole.length < size) throw workbookUnreadable('it breaks off');
    return whole.subarray(0, size);
  }
}

/** Returns the numbers in a table of sectors; incomplete ones at the end are ignored. */
const numbersIn = (bytes: Buffer): Uint32Array =>
  Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => bytes.readUInt32LE(at * 4));

/** The streams in the root of a compound file ([MS-CFB]), as Excel 97-2003 and Word write it. */
export class CompoundFile {
  private readonly streams = new Map<string, DirectoryEntry>();
  private readonly sectors: Sectors;
  private readonly small: Sectors;
  private readonly cutoff: number;

  /** @throws FormatError 'excel-unreadable' if the file is damaged */
  constructor(file: Buffer) {
    if (file.length < header.length) throw workbookUnreadable('it breaks off');
    const size = 2 ** file.readUInt16LE(header.sectorShift);
    const miniSize = 2 ** file.readUInt16LE(header.miniShift);
    if ((size !== 512 && size !== 4096) || miniSize !== 64)
      throw workbookUnreadable('its header is wrong');
    const bytes = file.subarray(size);
    this.sectors = new Sectors(bytes, size, numbersIn(tableOf(file, bytes, size)));
    this.cutoff = file.readUInt32LE(header.miniCutoff);
    const entries = entriesOf(this.sectors.read(file.readUInt32LE(header.directory)));
    const root = entries.find(({ kind }) => kind === kinds.root);
    if (!root) throw workbookUnreadable('it has no directory');
    this.small = new Sectors(
      root.size === 0 ? Buffer.alloc(0) : this.sectors.read(root.start, root.size),
      miniSize,
      numbersIn(this.sectors.read(file.readUInt32LE(header.miniTable))),
    );
    this.list(entries, root.child);
  }

  has(name: string): boolean {
    return this.streams.has(name);
  }

  /** @throws FormatError 'excel-unreadable' if it breaks off, or there is no such stream */
  read(name: string): Buffer {
    const entry = this.streams.get(name);
    if (!entry) throw workbookUnreadable(`it has no ${name}`);
    const { start, size } = entry;
    return (size < this.cutoff ? this.small : this.sectors).read(start, size);
  }

  /** Lists the streams of the root. Deeper ones belong to documents within the document. */
  private list(entries: readonly DirectoryEntry[], first: number): void {
    const seen = new Set<number>();
    const ahead = [first];
    for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
      const entry = entries[at];
      if (at === NONE || entry === undefined || seen.has(at)) continue;
      seen.add(at);
      ahead.push(entry.left, entry.right);
      if (entry.kind === kinds.stream) this.streams.set(entry.name, entry);
    }
  }
}

/** Returns the table of next sectors. Its own sectors are listed in the header, then in a chain. */
function tableOf(file: Buffer, bytes: Buffer, size: number): Buffer {
  const sectorAt = (number: number): Buffer => bytes.subarray(number * size, (number + 1) * size);
  const most = Math.ceil(bytes.length / size);
  const listed = [...numbersIn(file.subarray(header.tables, header.length))];
  let more = file.readUInt32LE(header.moreTables);
  for (let read = 0; more < MARKS; read += 1) {
    const numbers = numbersIn(sectorAt(more));
    if (read > most || numbers.length === 0)
      throw workbookUnreadable('its table of sectors has no end');
    listed.push(...numbers.subarray(0, -1));
    more = numbers.at(-1) ?? MARKS;
  }
  const own = listed.filter((number) => number < most);
  if (new Set(own).size < own.length) throw workbookUnreadable('its table of sectors is wrong');
  return Buffer.concat(own.map(sectorAt));
}

function entriesOf(directory: Buffer): DirectoryEntry[] {
  return Array.from({ length: Math.floor(directory.length / ENTRY) }, (_, number) => {
    const entry = directory.subarray(number * ENTRY, (number + 1) * ENTRY);
    const nameLength = Math.min(64, entry.readUInt16LE(64));
    return {
      name: entry.toString('utf16le', 0, Math.max(0, nameLength - 2)),
      kind: entry.readUInt8(66),
      left: entry.readUInt32LE(68),
      right: entry.readUInt32LE(72),
      child: entry.readUInt32LE(76),
      start: entry.readUInt32LE(116),
      size: entry.readUInt32LE(120),
    };
  });
}
