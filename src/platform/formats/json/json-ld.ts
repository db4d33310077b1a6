import { readHtml } from '../markup/html-page.ts';
import { LONGEST_RECORD } from './json-records.ts';

const jsonLd = /^application\/ld\+json\b/i;

/** The wrapping of a script for XML parsers (CDATA) and for very old browsers (a comment). */
const opening = /^(?:\/\/|\/\*)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*\/)?/;
const closing = /(?:(?:\/\/|\/\*)?\s*(?:\]\]>|-->)\s*(?:\*\/)?|;)$/;
/** More characters than any of these wrappings has. */
const AROUND = 40;

function unwrapped(script: string): string {
  const text = script.trim();
  const before = opening.exec(text.slice(0, AROUND))?.[0].length ?? 0;
  const behind = closing.exec(text.slice(-AROUND))?.[0].length ?? 0;
  return text.slice(before, text.length - behind);
}

/**
 * Returns the texts of the JSON-LD scripts of a web page (JSON-LD 1.1, 7.2), in their order.
 * @throws CsvError 'csv-not-text', FormatError 'html-too-large' or 'html-too-deep'
 */
export async function readJsonLd(input: AsyncIterable<Uint8Array>): Promise<string[]> {
  const texts: string[] = [];
  let text: string | null = null;
  await readHtml(input, {
    onopentag: (name, { type = '' }) => {
      if (name === 'script' && jsonLd.test(type.trim())) text = '';
    },
    ontext: (more) => {
      // A script that is too long is reported by the reader of its JSON.
      if (text !== null && text.length <= LONGEST_RECORD) text += more;
    },
    onclosetag: (name) => {
      if (name !== 'script' || text === null) return;
      const bare = unwrapped(text);
      if (bare !== '') texts.push(bare);
      text = null;
    },
  });
  return texts;
}
