import { Logger } from '@nestjs/common';
import type pg from 'pg';
import type { Config } from '../config/config.ts';
import type { Persistence } from './connections.ts';
import { EmbeddedPostgres } from './embedded/embedded-postgres.ts';
import { lowerPriorityOf } from '../threads/lower-priority.ts';
import { type FurtherMigration, hasPendingMigrations, migrate } from './migrate.ts';
import { assertSafeRole } from './safe-role.ts';
import { assertUsableServer } from './usable-server.ts';

/** The PostgreSQL server in use: the one at DATABASE_URL, or an embedded one of our own. */
export class DatabaseServer {
  private constructor(
    /** The address for the owner of the tables. The application's pool sets the runtime role. */
    readonly url: string,
    private readonly embedded: EmbeddedPostgres | null,
  ) {}

  /**
   * Starts or finds the server. The embedded server is migrated automatically. A server that others
   * run is migrated only on purpose (`npm run migrate`), so that a deployment decides when.
   * @throws Error if the server cannot be used, migrations are pending or a role could bypass row
   * security
   */
  static async start(
    config: Config,
    persistence: Persistence,
    further: readonly FurtherMigration[] = [],
  ): Promise<DatabaseServer> {
    const log = new Logger('Database');
    const server = await DatabaseServer.locate(config);
    if (server.embedded) await migrate(server.url, persistence, further);
    else if (await hasPendingMigrations(server.url, persistence)) {
      throw new Error(
        'The database is not up to date with this version. Run npm run migrate first.',
      );
    }
    await assertSafeRole(server.url);
    log.log(server.embedded ? 'Using the embedded PostgreSQL' : 'Using PostgreSQL at DATABASE_URL');
    return server;
  }

  private static async locate(config: Config): Promise<DatabaseServer> {
    if (config.databaseUrl !== null) {
      await assertUsableServer(config.databaseUrl);
      return new DatabaseServer(config.databaseUrl, null);
    }
    const embedded = await EmbeddedPostgres.start({ folder: config.dataFolder });
    await embedded.ensureDatabase('passerelle');
    return new DatabaseServer(embedded.url('passerelle'), embedded);
  }

  /**
   * Lowers the priority of a database session below the work that callers wait for, if the embedded
   * server shares our processors. A separate server has its own.
   */
  readonly lowerSessionPriority = async (session: pg.ClientBase): Promise<void> => {
    if (this.embedded && 'processID' in session) await lowerPriorityOf(Number(session.processID));
  };

  async stop(): Promise<void> {
    await this.embedded?.stop();
  }
}
