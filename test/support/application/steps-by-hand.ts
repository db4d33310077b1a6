import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import type { JobSteps } from '../../../src/platform/queue/handles-job.ts';
import type { TestApp } from './start-app.ts';

/**
 * Returns the steps of one job that is run by hand. Each function in `meanwhile` runs before the
 * step of its name.
 */
export function stepsByHand(
  test: TestApp,
  meanwhile: Readonly<Record<string, () => Promise<unknown>>>,
): JobSteps {
  const done = new Set<string>();
  return {
    once: async (step, work) => {
      if (done.has(step)) return false;
      await meanwhile[step]?.();
      await test.database.as(SYSTEM, work);
      done.add(step);
      return true;
    },
    isDone: async (step) => Promise.resolve(done.has(step)),
  };
}
