import type pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { SnakeNaming } from './snake-naming.ts';

/** The role of statements on behalf of tenants. It owns no table: row-level security applies. */
export const RUNTIME_ROLE = 'passerelle_runtime';
/** The role of the application itself. It owns no table either; its policies let it see all. */
export const SYSTEM_ROLE = 'passerelle_system';

/** What a feature adds to the database. */
export type Persistence = Pick<DataSourceOptions, 'entities' | 'migrations'>;

/**
 * The options with which every session starts. Just-in-time compilation is off: if PostgreSQL
 * expects many rows, it takes longer than any of our statements. Temporary tables of staged rows
 * are kept in memory rather than written to files. A session takes that memory only as far as it
 * stages rows.
 */
export const SESSION_OPTIONS = `-c role=${RUNTIME_ROLE} -c jit=off -c temp_buffers=32MB`;

/** Returns the address with the options that start every session under the runtime role. */
export function runtimeUrl(url: string): string {
  const address = new URL(url);
  address.searchParams.set('options', SESSION_OPTIONS);
  return address.href;
}

/**
 * Lets a connection break at any moment without failing the process: its next statement reports it.
 * A server may die the moment it has taken a connection, before whoever asked for it can listen.
 */
export function outliveBreaks(client: pg.ClientBase): void {
  client.on('error', () => undefined);
}

interface PoolOptions {
  size?: number;
  /** How long a caller waits for a connection. */
  waitSeconds?: number;
  /** Called with each connection before it is first used. */
  onConnect?: (client: pg.ClientBase) => Promise<void>;
}

/** Returns a pool under the runtime role, not yet connected. */
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
    extra: {
      connectionTimeoutMillis: waitSeconds * 1_000,
      onConnect: async (client: pg.ClientBase): Promise<void> => {
        outliveBreaks(client);
        await onConnect?.(client);
      },
    },
  });
}

/** Returns a pool as the owner of the tables, not yet connected. It is for migrations alone. */
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
