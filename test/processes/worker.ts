import { AppModule } from '../../src/app.module.ts';
import { startApplication } from '../../src/platform/application/start.ts';
import { Config } from '../../src/platform/config/config.ts';

/**
 * A process of its own that works on open jobs until it is killed. Writes a line when it has
 * started.
 */
const input = JSON.parse(process.argv[2] ?? '') as Partial<Config>;
const config = new Config({ ...input, port: 0, role: 'worker', logLevel: 'error' });
const app = await startApplication(AppModule.with(config), config);
process.stdout.write(`${await app.getUrl()}\n`);
