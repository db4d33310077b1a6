import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Config, ConfigError } from '../config/config.ts';
import { Database } from '../database/database.ts';
import { SYSTEM } from '../database/tenant.ts';
import { keyedHash } from './keyed-hash.ts';

/**
 * The secret under which document numbers and names of people are hashed. It is never in the
 * database, so that a copy of the database does not suffice to try out passport numbers.
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
   * Checks that the database was begun with this secret. With another one, earlier hashes would
   * silently never match again.
   * @throws ConfigError if the database was begun with another secret
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
  problem: 'The database was created with another secret.',
  remedy: 'Give every instance the same secret. If it is lost, see docs/duplicates.md.',
};

/**
 * Returns the secret in the folder, which is made at the first start. If several processes start
 * together, the first one's secret is kept.
 */
function keptSecret(folder: string): string {
  const file = join(folder, 'identity-secret');
  if (!existsSync(file)) begin(folder, file);
  return readFileSync(file, 'utf8');
}

/**
 * Writes the secret whole or not at all: a link appears with its content, and never replaces
 * another file.
 */
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
