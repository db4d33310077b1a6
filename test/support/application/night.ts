import type { Type } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import type { TestApp } from './start-app.ts';

interface NightWorker {
  nightly: (night: { on: string }, sql: EntityManager) => Promise<void>;
}

/**
 * Runs the worker's nightly job for the date `on` now. The jobs it puts into the outbox are not
 * awaited.
 */
export async function night(test: TestApp, worker: Type<NightWorker>, on: string): Promise<void> {
  await test.database.as(SYSTEM, (sql) => test.app.get(worker).nightly({ on }, sql));
}
