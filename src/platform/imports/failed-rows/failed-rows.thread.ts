import { serveThread } from '../../threads/serve-thread.ts';
import { type FailedRowsTask, failedRowsOf } from './say-failed-rows.ts';

await serveThread<FailedRowsTask, { bytes: Uint8Array }, null, never, never>((task, { input }) =>
  failedRowsOf(task, input),
);
