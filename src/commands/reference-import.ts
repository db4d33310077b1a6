import { SingleBar } from 'cli-progress';
import { AppModule } from '../app.module.ts';
import { runCommand, withApplication } from '../platform/application/start.ts';
import { readConfig } from '../platform/config/config.ts';
import { EscoImport } from '../reference/esco/esco-import.ts';
import { describeEscoReport, readImportArguments } from '../reference/reference-import.ts';

/**
 * `npm run reference:import -- esco DIR [--version 1.2.1]` loads the official ESCO CSV download.
 */
runCommand(async () => {
  const { folder, version } = readImportArguments(process.argv.slice(2));
  await withApplication(AppModule.with(readConfig()), async (app) => {
    const bar = new SingleBar({ format: '{bar} {percentage}% {doing}', hideCursor: true });
    const startedAt = performance.now();
    bar.start(1, 0, { doing: 'starting' });
    try {
      const onProgress = (share: number, doing: string): void => {
        bar.update(share, { doing });
      };
      const report = await app
        .get(EscoImport, { strict: false })
        .run(folder, { version, onProgress });
      bar.stop();
      process.stdout.write(describeEscoReport(report, performance.now() - startedAt));
    } finally {
      bar.stop();
    }
  });
});
