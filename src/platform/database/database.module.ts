import {
  type DynamicModule,
  Global,
  Injectable,
  Module,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.ts';
import { type Persistence, runtimeConnections } from './connections.ts';
import { Database } from './database.ts';
import { DatabaseServer } from './database-server.ts';
import type { FurtherMigration } from './migrate.ts';

/** Closes the pool, and with it our part of the server, after everything else has stopped. */
@Injectable()
class DatabaseShutdown implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    private readonly server: DatabaseServer,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
    await this.server.stop();
  }
}

@Global()
@Module({})
export class DatabaseModule {
  /** `further`: tables that other parts of the platform keep in the same database. */
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
          provide: DataSource,
          inject: [DatabaseServer, Config],
          useFactory: (
            { url }: DatabaseServer,
            { databaseConnections: size, databaseWaitSeconds: waitSeconds }: Config,
          ) => runtimeConnections(url, persistence, { size, waitSeconds }).initialize(),
        },
        Database,
        DatabaseShutdown,
      ],
      exports: [Database, DatabaseServer, DataSource],
    };
  }
}
