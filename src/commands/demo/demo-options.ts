import { parseArgs } from 'node:util';
import { isISO8601 } from 'class-validator';
import { SAMPLES_DAY } from './samples.ts';

export interface DemoOptions {
  /** Whether to end after the table instead of serving the API. */
  exit: boolean;
  /** Files in place of the samples; empty for the samples. */
  vacancies: string[];
  candidates: string[];
  /**
   * The date to run on, `yyyy-mm-dd`; null for the samples' own day, or for the machine's date if
   * files are given.
   */
  today: string | null;
  /**
   * Whether to record a consent for candidates whose file holds none, so that they can be matched.
   */
  assumeConsent: boolean;
}

const usage = `npm run demo -- [--vacancies FILE...] [--candidates FILE...] [--today YYYY-MM-DD] [--assume-consent] [--exit]

  --vacancies FILE...   vacancies in place of the samples, in any format of docs/formats.md
  --candidates FILE...  candidates in place of the samples, in any format of docs/formats.md
  --today YYYY-MM-DD    run as of this day; otherwise as of ${SAMPLES_DAY} for the samples alone,
                        and as of today for your own files
  --assume-consent      assume the consent of every candidate in the files, only to try things out
  --exit                end after the table instead of serving the API`;

const options = {
  vacancies: { type: 'string', multiple: true, default: [] as string[] },
  candidates: { type: 'string', multiple: true, default: [] as string[] },
  today: { type: 'string' },
  'assume-consent': { type: 'boolean', default: false },
  exit: { type: 'boolean', default: false },
} as const;

/**
 * Reads the command line. An option that takes files takes every word up to the next option.
 * @throws Error with the usage, naming the word that is not understood
 */
export function readDemoOptions(words: readonly string[]): DemoOptions {
  const { values } = parsed(words);
  const { today = null, vacancies, candidates, exit } = values;
  if (today !== null && !isCalendarDate(today)) {
    throw new Error(
      `"${today}" is not a date. Give --today a date that exists, such as 2026-11-24.`,
    );
  }
  return { exit, vacancies, candidates, today, assumeConsent: values['assume-consent'] };
}

const isCalendarDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && isISO8601(text, { strict: true });

function parsed(words: readonly string[]): ReturnType<typeof parse> {
  try {
    return parse(words);
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${usage}`, { cause: error });
  }
}

const parse = (words: readonly string[]) => parseArgs({ args: repeatOptions(words), options });

/**
 * Turns `--vacancies a b` into `--vacancies a --vacancies b`, as shells expand `*.xml` to words.
 */
function repeatOptions(words: readonly string[]): string[] {
  let option: string | null = null;
  return words.flatMap((word) => {
    if (word.startsWith('--')) {
      option = word === '--vacancies' || word === '--candidates' ? word : null;
      return option === null ? [word] : [];
    }
    return option === null ? [word] : [option, word];
  });
}
