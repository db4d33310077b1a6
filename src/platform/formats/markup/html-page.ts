import { type Handler, Parser } from 'htmlparser2';
import { decodeCsvText } from '../csv/csv-text.ts';
import { FormatError } from '../format-error.ts';

/**
 * The limits of a page, in characters. `tags` counts tags and the texts between them. `tagLength`
 * is that of one tag, such as one with a picture in it.
 */
const limits = { depth: 512, length: 33_554_432, tags: 2_000_000, tagLength: 8_388_608 };

/** Handlers for the tags and texts of a page. */
export type HeardOfPage = Partial<Pick<Handler, 'onopentag' | 'onclosetag' | 'ontext'>>;

/**
 * Passes the tags and texts of a web page to `heard`, even if tags are missing or crossed (HTML
 * Living Standard, 13.2). The encoding is detected from the bytes, as for a spreadsheet. If they
 * leave it open, what the page states decides.
 * @throws CsvError 'csv-not-text', FormatError 'html-too-large' or 'html-too-deep'
 */
export async function readHtml(
  input: AsyncIterable<Uint8Array>,
  heard: HeardOfPage,
): Promise<void> {
  let depth = 0;
  let tags = 0;
  let length = 0;
  let heardAt = 0;
  const hear = (): void => {
    heardAt = length;
    tags += 1;
    if (tags > limits.tags) throw tooLarge();
  };
  const parser = new Parser({
    onopentag(name, attributes, isImplied) {
      hear();
      depth += 1;
      if (depth > limits.depth)
        throw new FormatError(
          'html-too-deep',
          `Tags are nested more than ${limits.depth} deep. Save the table as CSV.`,
        );
      heard.onopentag?.(name, attributes, isImplied);
    },
    onclosetag(name, isImplied) {
      heardAt = length;
      depth -= 1;
      heard.onclosetag?.(name, isImplied);
    },
    ontext(text) {
      hear();
      heard.ontext?.(text);
    },
  });
  for await (const text of decodeCsvText(input, charsetOf)) {
    length += text.length;
    parser.write(text);
    if (length > limits.length || length - heardAt > limits.tagLength) throw tooLarge();
  }
  parser.end();
}

/** Returns the refusal of a page that holds more than any real table. */
export const tooLarge = (): FormatError =>
  new FormatError('html-too-large', 'This web page is too large. Save its table as CSV.');

/**
 * Returns the encoding that a page states (HTML Living Standard, 13.2.3.2), or null if it states
 * none that is known.
 */
function charsetOf(start: Uint8Array): string | null {
  const text = Buffer.from(start.subarray(0, 1_024)).toString('latin1');
  const name = /charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(text)?.[1];
  if (name === undefined || /^utf-?(8|16)/i.test(name)) return null;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}
