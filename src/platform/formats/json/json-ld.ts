import { readHtml } from '../markup/html-page.ts';
import { LONGEST_RECORD } from './json-records.ts';

const jsonLd = /^application\/ld\+json\b/i;

/** What stands around a script for readers of XML and for those of long ago. */
const opening = /^(?:\/\/|\/\*)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*\/)?/;
const closing = /(?:(?:\/\/|\/\*)?\s*(?:\]\]>|-->)\s*(?:\*\/)?|;)$/;
/** Longer than any of these. */
const AROUND = 40;

function unwrapped(script: string): string {
  const text = script.trim();
  const before = opening.exec(text.slice(0, AROUND))?.[0].length ?? 0;
  const behind = closing.exec(text.slice(-AROUND))?.[0].length ?? 0;
  return text.slice(before, text.length - behind);
}

/**
 * The texts of the scripts of a web page that are JSON-LD (JSON-LD 1.1, 7.2), in their order.
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
      // One that is too long for whoever reads JSON is told by them.
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
