import {
  type DynamicModule,
  Global,
  Injectable,
  Module,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Config } from '../config/config.ts';
import { type Persistence, runtimeConnections } from './connections.ts';
import { Database } from './database.ts';
import { DatabaseServer } from './database-server.ts';
import type { FurtherMigration } from './migrate.ts';

/** Closes the pools, and then the embedded server, after everything else has stopped. */
@Injectable()
class DatabaseShutdown implements OnApplicationShutdown {
  constructor(
    private readonly database: Database,
    private readonly server: DatabaseServer,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
    await this.server.stop();
  }
}

@Global()
@Module({})
export class DatabaseModule {
  /** `further` creates tables that other parts of the platform keep in the same database. */
  static forRoot(persistence: Persistence, further: readonly FurtherMigration[]): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        {
          provide: DatabaseServer,
          inject: [Config],
          useFactory: (config: Config) => DatabaseServer.start(config, persistence, further),
        },
        {
          provide: Database,
          inject: [DatabaseServer, Config],
          useFactory: async (server: DatabaseServer, config: Config) => {
            const { databaseConnections: size, databaseWaitSeconds: waitSeconds } = config;
            const pool = (onConnect?: typeof server.lowerSessionPriority): Promise<DataSource> =>
              runtimeConnections(server.url, persistence, {
                size,
                waitSeconds,
                onConnect,
              }).initialize();
            return new Database(await pool(), await pool(server.lowerSessionPriority));
          },
        },
        DatabaseShutdown,
      ],
      exports: [Database, DatabaseServer],
    };
  }
}
