import { readFileSync } from 'node:fs';

/**
 * The rows of a small table of our own beside the code, without its header; a value may stand in
 * quotes. Not for files of others, which platform/formats reads.
 */
export function readTable(url: URL): string[][] {
  const [, ...lines] = readFileSync(url, 'utf8').trim().split('\n');
  return lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
    ),
  );
}
