import { AppModule } from '../../src/app.module.ts';
import { startApplication } from '../../src/platform/application/start.ts';
import { Config } from '../../src/platform/config/config.ts';

/** An API process of its own, which writes the address it listens on. */
const { databaseUrl } = JSON.parse(process.argv[2] ?? '') as { databaseUrl: string };
const config = new Config({ databaseUrl, port: 0, role: 'api', logLevel: 'error' });
const app = await startApplication(AppModule.with(config), config);
process.stdout.write(`${await app.getUrl()}\n`);
