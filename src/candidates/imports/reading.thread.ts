import { serveThread } from '../../platform/threads/serve-thread.ts';
import type { WordAnswer, WordQuestion } from './words/learnt-words.ts';
import type { CandidateBatch } from './batch-lines.ts';
import { type PrepareOptions, prepareCandidates } from './prepare-candidates.ts';
import type { ImportFailure } from '../../platform/imports/running/import-batch.ts';

await serveThread<PrepareOptions, CandidateBatch, ImportFailure | null, WordQuestion, WordAnswer>(
  (options, { input, ask }) => prepareCandidates(options, input, ask),
);
