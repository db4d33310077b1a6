import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { EscoReport } from './esco/esco-import.ts';
import type { Changes } from './esco/esco-merge.queries.ts';

const usage = `Usage: npm run reference:import -- esco DIR [--version 1.2.1]
DIR is the unpacked ESCO CSV download (https://esco.ec.europa.eu/en/use-esco/download).`;

/**
 * Reads what to load from the words after the command's name. A null `version` means that none was
 * named.
 * @throws Error with the usage if the words are not understood
 */
export function readImportArguments(words: readonly string[]): {
  folder: string;
  version: string | null;
} {
  const { positionals, values } = parse(words);
  const [what, folder, ...more] = positionals;
  if (what !== 'esco' || folder === undefined || more.length > 0) throw new Error(usage);
  return { folder: resolve(folder), version: values.version ?? null };
}

function parse(words: readonly string[]): {
  positionals: string[];
  values: { version?: string | undefined };
} {
  try {
    const options = { version: { type: 'string' } } as const;
    return parseArgs({ args: [...words], allowPositionals: true, options });
  } catch {
    throw new Error(usage);
  }
}

const count = (number: number): string => number.toLocaleString('en');

function line(what: string, { added, changed, removed }: Changes): string {
  const parts = `${count(added)} added, ${count(changed)} changed, ${count(removed)} removed`;
  return `  ${what.padEnd(10)} ${parts}\n`;
}

/** Describes for people what an import did. `milliseconds` is how long it took. */
export function describeEscoReport(report: EscoReport, milliseconds: number): string {
  const { occupations, skills, relations, languages } = report.totals;
  const skipped =
    report.dangling === 0
      ? ''
      : `  ${count(report.dangling)} relations skipped, because they refer to concepts that are not in the files\n`;
  return (
    `\nESCO ${report.version} in ${languages.join(', ')}: ${count(occupations)} occupations, ` +
    `${count(skills)} skills, ${count(relations)} relations, ` +
    `in ${(milliseconds / 1000).toFixed(1)} s\n` +
    line('concepts', report.concepts) +
    line('labels', report.texts) +
    line('relations', report.relations) +
    skipped
  );
}
