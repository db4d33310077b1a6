import { SingleBar } from 'cli-progress';
import { AppModule } from '../app.module.ts';
import { SearchRebuild } from '../candidates/search/indexing/search-rebuild.ts';
import { runCommand, withApplication } from '../platform/application/start.ts';
import { readConfig } from '../platform/config/config.ts';

/** `npm run search:rebuild` rebuilds the search index. Search answers throughout. */
runCommand(async () => {
  await withApplication(AppModule.with(readConfig()), async (app) => {
    const bar = new SingleBar({ format: '{value} candidates indexed', hideCursor: true });
    bar.start(0, 0);
    const people = await app.get(SearchRebuild, { strict: false }).run((done) => {
      bar.update(done);
    });
    bar.stop();
    process.stdout.write(`The search index holds ${people} candidates.\n`);
  });
});
