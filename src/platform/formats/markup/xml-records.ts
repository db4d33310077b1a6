import { SaxesParser, type SaxesTagNS } from 'saxes';
import { decodeText } from '../decoded-text.ts';
import { FormatError, type FormatErrorCode } from '../format-error.ts';

/** An element with its content. Names are local, since real files choose any prefix. */
export interface XmlElement {
  name: string;
  /** The namespace URI, '' for none. */
  namespace: string;
  /** The attributes by local name. */
  attributes: Record<string, string>;
  children: XmlElement[];
  /** The element's own text and CDATA, joined, as written. */
  text: string;
}

/** The limits of one record. A vacancy or a CV stays far below. */
const limits = {
  depth: 64,
  attributes: 64,
  elements: 20_000,
  textLength: 1_048_576,
  recordLength: 4_194_304,
};

/** Builds the wanted elements from the parser's events. Holds one record at a time. */
class RecordBuilder {
  readonly finished: XmlElement[] = [];
  private readonly parser = new SaxesParser({ xmlns: true, position: true });
  private readonly open: XmlElement[] = [];
  private readonly wanted: ReadonlySet<string>;
  private justFinished = false;
  private depth = 0;
  private attributes = 0;
  private elements = 0;
  private length = 0;
  private written = 0;
  private lastEventAt = 0;

  constructor(recordNames: readonly string[]) {
    this.wanted = new Set(recordNames);
    this.parser.on('error', (error) => {
      // saxes reports the element as closed before it reports the closing tag of another one
      if (this.justFinished && error.message.includes('unexpected close tag')) this.finished.pop();
      this.fail('xml-malformed', error.message.replace(/^\d+:\d+: /, ''));
    });
    this.parser.on('doctype', () =>
      this.fail(
        'xml-doctype-refused',
        'The file has a DOCTYPE declaration, which is not accepted; remove it',
      ),
    );
    this.parser.on('attribute', () => {
      this.attributes += 1;
      if (this.attributes > limits.attributes)
        this.fail('xml-too-large', 'An element has too many attributes');
    });
    this.parser.on('opentag', (tag) => {
      this.enter(tag);
    });
    this.parser.on('closetag', () => {
      this.leave();
    });
    this.parser.on('text', (text) => {
      this.take(text);
    });
    this.parser.on('cdata', (text) => {
      this.take(text);
    });
  }

  write(text: string): void {
    this.written += text.length;
    this.parser.write(text);
    if (this.written - this.lastEventAt > limits.textLength) {
      this.fail('xml-too-large', `A text or tag is longer than ${limits.textLength} characters`);
    }
  }

  close(): void {
    if (this.written === 0) throw new FormatError('file-empty', 'The file is empty');
    this.parser.close();
  }

  private enter(tag: SaxesTagNS): void {
    this.lastEventAt = this.written;
    this.attributes = 0;
    this.depth += 1;
    if (this.depth > limits.depth)
      this.fail('xml-too-deep', `Elements are nested more than ${limits.depth} deep`);
    if (this.open.length === 0 && !this.wanted.has(tag.local)) return;
    this.elements += 1;
    if (this.elements > limits.elements)
      this.fail('xml-too-large', 'A record has too many elements');
    const element = elementOf(tag);
    this.open.at(-1)?.children.push(element);
    this.open.push(element);
    this.grow(JSON.stringify(element.attributes).length);
  }

  private leave(): void {
    this.lastEventAt = this.written;
    this.depth -= 1;
    const element = this.open.pop();
    this.justFinished = element !== undefined && this.open.length === 0;
    if (element === undefined || this.open.length > 0) return;
    this.finished.push(element);
    this.elements = 0;
    this.length = 0;
  }

  private take(text: string): void {
    this.lastEventAt = this.written;
    const element = this.open.at(-1);
    if (element === undefined) return;
    element.text += text;
    this.grow(text.length);
    if (element.text.length > limits.textLength) {
      this.fail(
        'xml-too-large',
        `The text of ${element.name} is longer than ${limits.textLength} characters`,
      );
    }
  }

  private grow(by: number): void {
    this.length += by;
    if (this.length > limits.recordLength) {
      this.fail('xml-too-large', `A record is longer than ${limits.recordLength} characters`);
    }
  }

  private fail(code: FormatErrorCode, message: string): never {
    throw new FormatError(code, message, {
      line: this.parser.line,
      column: this.parser.column + 1,
    });
  }
}

function elementOf(tag: SaxesTagNS): XmlElement {
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const { local, prefix, value } of Object.values(tag.attributes)) {
    if (prefix !== 'xmlns' && local !== 'xmlns') attributes[local] = value;
  }
  return { name: tag.local, namespace: tag.uri, attributes, children: [], text: '' };
}

/**
 * Yields the elements of these local names, the root or nested, one at a time and never the whole
 * file. A record inside a record is its child. A document type declaration is refused, so that no
 * entity can be declared (XXE, billion laughs).
 *
 * @throws FormatError if the file is not well-formed XML or exceeds a limit; the records before it
 * have been given by then
 */
export async function* readXmlRecords(
  input: AsyncIterable<Uint8Array>,
  recordNames: readonly string[],
): AsyncGenerator<XmlElement> {
  const builder = new RecordBuilder(recordNames);
  let isFirst = true;
  for await (const text of decodeText(input)) {
    let failure: unknown = null;
    try {
      // Programs leave blank lines before the declaration, which may only stand first.
      builder.write(isFirst ? text.replace(/^\s+(?=<\?xml)/, '') : text);
      isFirst = false;
    } catch (error) {
      failure = error;
    }
    yield* builder.finished.splice(0);
    if (failure !== null) throw failure as Error;
  }
  builder.close();
}

/** Returns the first child of that local name, or null. */
export function child(element: XmlElement, name: string): XmlElement | null {
  return element.children.find((candidate) => candidate.name === name) ?? null;
}

/** Returns every element at the end of the path of local names. */
export function all(element: XmlElement, ...path: string[]): XmlElement[] {
  return path.reduce<XmlElement[]>(
    (found, name) => found.flatMap((parent) => parent.children.filter((one) => one.name === name)),
    [element],
  );
}

/**
 * Returns the trimmed text of the first element at the end of the path, or of the element itself
 * without a path. Null if it is absent or empty.
 */
export function textOf(element: XmlElement, ...path: string[]): string | null {
  const text = first(element, path, 0)?.text.trim();
  return text === undefined || text === '' ? null : text;
}

/** Returns the first of `all` without collecting the others. `at` counts the names followed. */
function first(element: XmlElement, path: readonly string[], at: number): XmlElement | null {
  if (at === path.length) return element;
  for (const one of element.children) {
    const found = one.name === path[at] ? first(one, path, at + 1) : null;
    if (found) return found;
  }
  return null;
}
