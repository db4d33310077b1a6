import type pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { SnakeNaming } from './snake-naming.ts';

/** The role in which statements run on behalf of tenants: it owns no table, and row-level security holds. */
export const RUNTIME_ROLE = 'passerelle_runtime';
/** The role in which the application acts for itself: it owns none either, and its policies let it see all. */
export const SYSTEM_ROLE = 'passerelle_system';

/** What a feature brings to the database. */
export type Persistence = Pick<DataSourceOptions, 'entities' | 'migrations'>;

/**
 * How every session starts. Nothing is compiled just in time: where PostgreSQL expects many rows that takes
 * longer than any of our statements does. What is staged in temporary tables finds room in memory, which is
 * only taken by sessions that stage, and as far as they need it; else it is written to files and read again.
 */
export const SESSION_OPTIONS = `-c role=${RUNTIME_ROLE} -c jit=off -c temp_buffers=32MB`;

/** The address itself, made to start every session under the runtime role. */
export function runtimeUrl(url: string): string {
  const address = new URL(url);
  address.searchParams.set('options', SESSION_OPTIONS);
  return address.href;
}

interface PoolOptions {
  size?: number;
  /** How long anybody waits for a connection. */
  waitSeconds?: number;
  /** What is done with each connection before it is used for the first time. */
  onConnect?: (client: pg.ClientBase) => Promise<void>;
}

/** A pool under the runtime role. */
export function runtimeConnections(
  url: string,
  persistence: Persistence,
  { size = 10, waitSeconds = 20, onConnect }: PoolOptions = {},
): DataSource {
  return new DataSource({
    type: 'postgres',
    url: runtimeUrl(url),
    namingStrategy: new SnakeNaming(),
    entities: persistence.entities,
    poolSize: size,
    extra: { connectionTimeoutMillis: waitSeconds * 1_000, onConnect },
  });
}

/** A connection as the owner of the tables, for migrations alone. */
export function ownerConnection(url: string, persistence: Persistence): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    namingStrategy: new SnakeNaming(),
    migrations: persistence.migrations,
    migrationsTransactionMode: 'each',
    poolSize: 2,
  });
}
