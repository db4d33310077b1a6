import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { benchCoded } from './coded.ts';
import { benchMelo } from './melo.ts';

const usage = `npm run bench -- titles --melo DIR | --coded FILE.csv [--esco DIR] [--unnamed] [--json FILE]
DIR of --melo: a set of the MELO benchmark, or a folder of such sets.
FILE.csv: columns title, language and isco or esco. DIR of --esco: an ESCO CSV download.
--unnamed: as if nobody had said which language the titles are in.`;

/** Measures how well job titles are read, beside a peer in the same run and published figures. */
export async function titles(words: string[]): Promise<void> {
  const { values } = parseArgs({
    args: words,
    options: {
      melo: { type: 'string' },
      coded: { type: 'string' },
      esco: { type: 'string' },
      unnamed: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  if (values.melo === undefined && values.coded === undefined) throw new Error(usage);
  const report = {
    ...(values.melo !== undefined && { melo: benchMelo(values.melo) }),
    ...(values.coded !== undefined && {
      coded: await benchCoded(values.coded, values.esco ?? null, values.unnamed),
    }),
  };
  if (values.json !== undefined) await writeFile(values.json, JSON.stringify(report, null, 2));
}
