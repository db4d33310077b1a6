import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Config, ConfigError } from '../config/config.ts';
import { Database } from '../database/database.ts';
import { SYSTEM } from '../database/tenant.ts';
import { keyedHash } from './keyed-hash.ts';

/**
 * The secret under which documents and names of people are hashed. It is never in the database, so
 * that whoever copies that cannot try out the numbers of passports.
 */
@Injectable()
export class IdentitySecret implements OnApplicationBootstrap {
  readonly value: string;

  constructor(
    config: Config,
    private readonly database: Database,
  ) {
    this.value = config.identitySecret ?? keptSecret(config.dataFolder);
  }

  /**
   * With another secret nothing would be found again that was hashed before, without a word.
   * @throws ConfigError where the database was begun with another one
   */
  async onApplicationBootstrap(): Promise<void> {
    const proof = keyedHash(this.value, 'the secret of this database');
    const [kept] = await this.database.as(SYSTEM, async (sql) => {
      await sql.query('INSERT INTO identity_secret (proof) VALUES ($1) ON CONFLICT DO NOTHING', [
        proof,
      ]);
      return sql.query<{ proof: string }[]>('SELECT proof FROM identity_secret');
    });
    if (kept?.proof !== proof) throw new ConfigError([otherSecret]);
  }
}

const otherSecret = {
  setting: 'PASSERELLE_IDENTITY_SECRET',
  problem: 'this database was begun with another secret.',
  remedy: 'Give every instance the same one; docs/duplicates.md says what to do if it is lost.',
};

/** Made at the first start; of several processes that start together, the first one's stands. */
function keptSecret(folder: string): string {
  const file = join(folder, 'identity-secret');
  if (!existsSync(file)) begin(folder, file);
  return readFileSync(file, 'utf8');
}

/** Whole or not at all: a link appears with its content, and never in place of another. */
function begin(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, randomBytes(32).toString('hex'), { mode: 0o600 });
  try {
    linkSync(own, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(own);
  }
}
