import { readFileSync } from 'node:fs';

/**
 * Returns the rows of a small CSV table of our own that lies beside the code, without its header.
 * Values may be quoted. Files from elsewhere are read by platform/formats.
 */
export function readTable(url: URL): string[][] {
  const [, ...lines] = readFileSync(url, 'utf8').trim().split('\n');
  return lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
    ),
  );
}
