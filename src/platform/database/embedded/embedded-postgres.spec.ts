import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { EmbeddedPostgres } from './embedded-postgres.ts';

/** Work that keeps a session busy for some seconds, in which it does not look around. */
const BUSY = 'SELECT count(*) FROM generate_series(1, 10000000)';

describe('an embedded server whose main process is killed', () => {
  let folder = '';
  let server: EmbeddedPostgres;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    folder = await mkdtemp(join(tmpdir(), 'passerelle-killed-'));
    await chmod(folder, 0o755);
    server = await EmbeddedPostgres.start({ folder, volatile: true });
  }, 60_000);

  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function ask(statement: string): Promise<boolean> {
    const client = new pg.Client({ connectionString: server.url() });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(statement);
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  async function killMain(): Promise<void> {
    const lock = join(folder, 'postgres', 'data', 'postmaster.pid');
    process.kill(Number((await readFile(lock, 'utf8')).split('\n')[0]), 'SIGKILL');
  }

  it('answers again once the sessions that it left behind have ended', async () => {
    for (let killed = 0; killed < 2; killed += 1) {
      const busy = ask(BUSY);
      await sleep(500);
      await killMain();
      let isBack = false;
      for (let attempt = 0; attempt < 100 && !isBack; attempt += 1) {
        await sleep(200);
        isBack = await ask('SELECT 1');
      }
      expect(isBack).toBe(true);
      await busy;
    }
  }, 90_000);
});
