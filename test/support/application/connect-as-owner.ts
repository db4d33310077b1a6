import pg from 'pg';
import { DatabaseServer } from '../../../src/platform/database/database-server.ts';
import type { TestApp } from './start-app.ts';

/** Connects to the database of a test as the owner of its tables, who may also change them. */
export async function connectAsOwner({ app }: TestApp): Promise<pg.Client> {
  const owner = new pg.Client({ connectionString: app.get(DatabaseServer).url });
  await owner.connect();
  return owner;
}
