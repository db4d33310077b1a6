import { copiedJson } from '../../platform/database/copying/copied-json.ts';
import { serveThread } from '../../platform/threads/serve-thread.ts';
import type { EngineCandidate } from './engine-candidate.ts';
import { type Basis, type SharedState, shareState } from './shared-state.ts';

await serveThread<Basis, SharedState, null, never, never>(async function* (basis, { input }) {
  yield await shareState(copiedJson<EngineCandidate>(input), basis);
  return null;
});
