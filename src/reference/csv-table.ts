import { readFileSync } from 'node:fs';

/**
 * The rows of a small table of our own beside the code: two columns, the second perhaps in quotes.
 * Not for files of others, which platform/formats reads.
 */
export function readTable(url: URL): [first: string, second: string][] {
  const [, ...lines] = readFileSync(url, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const comma = line.indexOf(',');
    const second = line.slice(comma + 1).replace(/^"|"$/g, '');
    return [line.slice(0, comma), second.replaceAll('""', '"')];
  });
}
