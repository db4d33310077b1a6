import { type Handler, Parser } from 'htmlparser2';
import { decodeCsvText } from '../csv/csv-text.ts';
import { FormatError } from '../format-error.ts';

/** What a page may hold; `tags` and texts between them, `tagLength` of one, such as a picture within it. */
const limits = { depth: 512, length: 33_554_432, tags: 2_000_000, tagLength: 8_388_608 };

/** The tags and texts of a page that somebody wants to hear of. */
export type HeardOfPage = Partial<Pick<Handler, 'onopentag' | 'onclosetag' | 'ontext'>>;

/**
 * Tells `heard` the tags and texts of a web page, whatever of its tags is missing or crossed (HTML Living Standard, 13.2).
 * Its encoding is told by its bytes, as that of a spreadsheet, and where these leave it open by what the page says.
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
        throw new FormatError('html-too-deep', `Tags are nested more than ${limits.depth} deep`);
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

/** A page that holds more than anybody's table. */
export const tooLarge = (): FormatError =>
  new FormatError('html-too-large', 'This web page is too large; save its table as CSV');

/** What a page says of its encoding (HTML Living Standard, 13.2.3.2); null where it says nothing that is known. */
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
