import { DataSource } from 'typeorm';
import { persistence } from '../data-source.ts';
import { readConfig } from '../platform/config/config.ts';
import { SnakeNaming } from '../platform/database/snake-naming.ts';

/** For the TypeORM command line: `npx typeorm -d dist/src/commands/typeorm.js migration:show`. */
export const dataSource = new DataSource({
  type: 'postgres',
  url: readConfig().databaseUrl ?? undefined,
  namingStrategy: new SnakeNaming(),
  ...persistence,
});
