import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  startTestDatabase,
  type TestDatabase,
} from '../../../test/support/application/test-database.ts';
import { Config } from '../config/config.ts';
import { IdentitySecret } from './identity-secret.service.ts';

describe('the identity secret', () => {
  let test: TestDatabase;
  let dataFolder: string;

  beforeAll(async () => {
    test = await startTestDatabase();
    dataFolder = await mkdtemp(join(tmpdir(), 'passerelle-secret-'));
  });

  afterAll(async () => {
    await test.stop();
    await rm(dataFolder, { recursive: true });
  });

  it('is made once, readable by its owner alone, and reused at every later start', async () => {
    const first = new IdentitySecret(new Config({ dataFolder }), test.database);
    const second = new IdentitySecret(new Config({ dataFolder }), test.database);
    expect(first.value).toMatch(/^[0-9a-f]{64}$/);
    expect(second.value).toBe(first.value);
    expect((await stat(join(dataFolder, 'identity-secret'))).mode & 0o777).toBe(0o600);
    await first.onApplicationBootstrap();
    await second.onApplicationBootstrap();
  });

  it('refuses to start on a database that was begun with another secret', async () => {
    const identitySecret = 'another secret of at least thirty-two characters';
    const other = new IdentitySecret(new Config({ dataFolder, identitySecret }), test.database);
    await expect(other.onApplicationBootstrap()).rejects.toThrow(/PASSERELLE_IDENTITY_SECRET/);
  });
});
