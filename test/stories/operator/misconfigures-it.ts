import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { runTypescript } from '../../support/processes/run-typescript.ts';

const run = promisify(execFile);
const src = join(import.meta.dirname, '..', '..', '..', 'src');

const unreadable = { PORT: 'abc', DATABASE_URL: 'nonsense' };

/** Nothing listens on port 2, and a file holds no folder. */
const useless = {
  DATABASE_URL: 'postgres://somebody@127.0.0.1:2/passerelle',
  REDIS_URL: 'redis://127.0.0.1:2',
  MEILI_URL: 'http://127.0.0.1:2',
  PASSERELLE_DATA: join(import.meta.filename, 'data'),
};

/** Returns what a program prints with settings that are wrong; it must fail. */
async function printed(file: string, settings: NodeJS.ProcessEnv): Promise<string> {
  const env = { ...process.env, ...settings };
  const words = ['--disable-warning=ExperimentalWarning', ...runTypescript, join(src, file)];
  const failure: unknown = await run(process.execPath, words, { env }).then(
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
      const text = await printed(file, unreadable);
      expect(text).toContain('PORT');
      expect(text).toContain('DATABASE_URL');
      expect(text).not.toMatch(/^\s+at /m);
    },
    60_000,
  );

  it('gets the reason and a remedy for each service that is out of reach, once', async () => {
    const text = await printed('commands/doctor.ts', useless);
    expect(text.match(/connect ECONNREFUSED 127\.0\.0\.1:2$/gm)).toHaveLength(3);
    expect(text).toMatch(/^PASSERELLE_DATA +FAULT {2}ENOTDIR/m);
    expect(text).toContain('Faults found: 4');
  }, 60_000);

  it('is told at the start which service is out of reach', async () => {
    const text = await printed('main.ts', { DATABASE_URL: useless.DATABASE_URL });
    expect(text).toContain('PostgreSQL at DATABASE_URL cannot be used: connect ECONNREFUSED');
  }, 60_000);
});
