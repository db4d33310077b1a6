import { type Handler, Parser } from 'htmlparser2';
import { decodeCsvText } from './csv-text.ts';
import { FormatError } from './format-error.ts';

/** What a page may hold; a table of ten thousand people stays below. */
const limits = { depth: 512, length: 33_554_432, tagLength: 1_048_576 };

/**
 * Tells `heard` the tags and texts of a web page, whatever of its tags is missing or crossed (HTML Living Standard, 13.2).
 * Its encoding is told by its bytes, as that of a spreadsheet.
 * @throws CsvError 'csv-not-text', FormatError 'html-too-large' or 'html-too-deep'
 */
export async function readHtml(
  input: AsyncIterable<Uint8Array>,
  heard: Partial<Handler>,
): Promise<void> {
  let depth = 0;
  let length = 0;
  let heardAt = 0;
  const parser = new Parser({
    onopentag(name, attributes, isImplied) {
      heardAt = length;
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
      heardAt = length;
      heard.ontext?.(text);
    },
  });
  for await (const text of decodeCsvText(input)) {
    length += text.length;
    parser.write(text);
    if (length > limits.length || length - heardAt > limits.tagLength) throw tooLarge();
  }
  parser.end();
}

const tooLarge = (): FormatError =>
  new FormatError(
    'html-too-large',
    `A web page has at most ${limits.length / 1_048_576} million characters; save its table as CSV`,
  );
