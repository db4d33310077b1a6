import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { runTypescript } from '../../support/processes/run-typescript.ts';

const run = promisify(execFile);
const src = join(import.meta.dirname, '..', '..', '..', 'src');

const wrong = { ...process.env, PORT: 'abc', DATABASE_URL: 'nonsense' };

/** Returns what a program prints with settings that are wrong; it must fail. */
async function printed(file: string): Promise<string> {
  const words = ['--disable-warning=ExperimentalWarning', ...runTypescript, join(src, file)];
  const failure: unknown = await run(process.execPath, words, { env: wrong }).then(
    () => null,
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({ code: 1 });
  const { stdout, stderr } = failure as { stdout: string; stderr: string };
  return `${stdout}${stderr}`;
}

describe('an operator whose settings are wrong', () => {
  it.each(['main.ts', 'commands/migrate.ts', 'commands/doctor.ts'])(
    'gets each of them named by %s, without a stack trace',
    async (file) => {
      const text = await printed(file);
      expect(text).toContain('PORT');
      expect(text).toContain('DATABASE_URL');
      expect(text).not.toMatch(/^\s+at /m);
    },
    60_000,
  );
});
