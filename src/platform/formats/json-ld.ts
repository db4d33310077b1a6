import { readHtml } from './html-page.ts';

const jsonLd = /^application\/ld\+json\b/i;

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
      if (text !== null) text += more;
    },
    onclosetag: (name) => {
      if (name !== 'script' || text === null) return;
      if (text.trim() !== '') texts.push(text);
      text = null;
    },
  });
  return texts;
}
