import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { readAnswers } from './answer-schemas.ts';

/**
 * `npm run answers` writes what all operations answer to the file that the API document reads. With
 * --check it writes nothing, and fails if the controllers now answer something else.
 */
const file = 'src/platform/http/described/answers.json';
const options = { ...(await resolveConfig(file)), parser: 'json' };
const fresh = await format(JSON.stringify(readAnswers()), options);
if (!process.argv.includes('--check')) writeFileSync(file, fresh);
else if (readFileSync(file, 'utf8') !== fresh) {
  console.error(`${file} is not what the controllers answer. Write it again: npm run answers`);
  process.exitCode = 1;
}
