import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  startTestDatabase,
  type TestDatabase,
} from '../../../test/support/application/test-database.ts';
import { SystemClock } from '../clock/clock.ts';
import { Config } from '../config/config.ts';
import { SYSTEM } from '../database/tenant.ts';
import { newId } from '../database/new-id.ts';
import type { FoundHandler } from './job-handlers.ts';
import { JobQueues, type QueueName } from './job-queues.ts';
import { JobRunner } from './job-runner.ts';
import { JobSystem } from './job-system.ts';
import { NotYet } from './not-yet.ts';
import { putJob } from './outbox.ts';

type Handle = FoundHandler['handle'];

/** Queues that give a job up after two attempts. */
class HastyQueues extends JobQueues {
  override open(name: QueueName) {
    return super.open(name, { attempts: 2, delayMs: 10 });
  }
}

type Options = Partial<Pick<FoundHandler, 'inSteps' | 'many' | 'queue' | 'endGivenUp'>>;

/** Tests what every job queue promises. A queue with Redis and one without must not differ. */
export function describeJobSystem(name: string, redisUrl: string | null): void {
  describe(`jobs on ${name}`, () => {
    let test: TestDatabase;
    let running: JobSystem[];
    let prefix: string;
    beforeEach(async () => {
      test = await startTestDatabase();
      running = [];
      prefix = `test-${randomBytes(6).toString('hex')}`;
    });

    afterEach(async () => {
      await Promise.all(running.map((system) => system.onApplicationShutdown()));
      await test.stop();
    });

    /** Starts a job system with one handler, as a process of its own would. */
    const start = async (
      handle: Handle,
      { inSteps = false, many = false, queue = 'facts', endGivenUp }: Options = {},
    ): Promise<JobSystem> => {
      const handler = { job: 'quota.changed', name: 'test', inSteps, many, queue };
      const handlers = { get: () => ({ ...handler, handle, endGivenUp }) };
      const config = new Config({ redisUrl, queuePrefix: prefix });
      const queues = new HastyQueues(config, { url: test.url } as never);
      const runner = new JobRunner(test.database, handlers as never);
      const clock = new SystemClock();
      const system = new JobSystem(queues, test.database, handlers as never, runner, clock);
      running.push(system);
      await system.onApplicationBootstrap();
      return system;
    };

    /** Puts jobs into the outbox: all with `quotaId` if it is given, else each with its own. */
    const put = (count = 1, quotaId?: string): Promise<void> =>
      test.database.as(SYSTEM, async (sql) => {
        for (let made = 0; made < count; made += 1) {
          await putJob(sql, 'quota.changed', { quotaId: quotaId ?? newId() });
        }
      });

    const asked = (query: string): Promise<unknown[]> =>
      test.database.as(SYSTEM, (sql) => sql.query<unknown[]>(query));

    const openJobs = async (): Promise<number> =>
      (await asked('SELECT 1 FROM outbox WHERE done_at IS NULL')).length;

    const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
      for (let attempt = 0; attempt < 400; attempt += 1) {
        if (await condition()) return;
        await sleep(25);
      }
      throw new Error('It did not come about within 10 seconds.');
    };

    it('carries out each job of the outbox once', async () => {
      const seen: string[] = [];
      await start(async (payload) => void seen.push((payload as { quotaId: string }).quotaId));
      await put(50);
      await until(async () => (await openJobs()) === 0);
      expect(new Set(seen).size).toBe(50);
      expect(seen).toHaveLength(50);
    });

    it('never carries out a job that was rolled back', async () => {
      let runs = 0;
      await start(async () => void (runs += 1));
      const failing = test.database.as(SYSTEM, async (sql) => {
        await putJob(sql, 'quota.changed', { quotaId: newId() });
        throw new Error('rolled back');
      });
      await expect(failing).rejects.toThrow('rolled back');
      await put();
      await until(async () => (await openJobs()) === 0);
      expect(runs).toBe(1);
    });

    it('carries out once a job that was put several times, and again if it is put meanwhile', async () => {
      const [repeated, other] = [newId(), newId()];
      const seen: string[] = [];
      const handle: Handle = async (payload) => {
        const { quotaId } = payload as { quotaId: string };
        seen.push(quotaId);
        if (quotaId === repeated && seen.filter((id) => id === repeated).length === 1)
          await put(2, repeated);
      };
      await put(20, repeated);
      await put(1, other);
      await start(handle);
      await until(async () => (await openJobs()) === 0);
      expect(seen.filter((id) => id === repeated)).toHaveLength(2);
      expect(seen.filter((id) => id === other)).toHaveLength(1);
    });

    it('carries out waiting jobs together, and all of them again after a failure', async () => {
      const seen: string[][] = [];
      const handle: Handle = async (payloads) => {
        seen.push((payloads as { quotaId: string }[]).map(({ quotaId }) => quotaId));
        if (seen.length === 1) throw new Error('once');
      };
      await put(20);
      await start(handle, { many: true });
      await until(async () => (await openJobs()) === 0);
      expect(seen.map(({ length }) => length)).toEqual([20, 20]);
      expect(new Set(seen[1]).size).toBe(20);
    });

    it('tries again after a failure, and keeps nothing of the failed attempt', async () => {
      let runs = 0;
      await start(async (_, sql) => {
        runs += 1;
        await (sql as { query: (text: string) => Promise<unknown> }).query(
          `INSERT INTO organisation VALUES (gen_random_uuid(), 'attempt ${runs}', 'employer')`,
        );
        if (runs === 1) throw new Error('once');
      });
      await put();
      await until(async () => (await openJobs()) === 0);
      expect(await asked('SELECT name FROM organisation')).toEqual([{ name: 'attempt 2' }]);
    });

    it('gives up a job whose every attempt fails, once its work is ended too', async () => {
      const seen: string[] = [];
      const handle: Handle = async (payload) => {
        seen.push('tried');
        throw new Error((payload as { quotaId: string }).quotaId);
      };
      const endGivenUp: Handle = async (payload) => {
        seen.push(`given up ${(payload as { quotaId: string }).quotaId}`);
        if (seen.length === 3) throw new Error('the database was away');
      };
      await start(handle, { inSteps: true, endGivenUp });
      await put(1, 'A');
      await until(() => seen.length === 3);
      const failed = () => asked('SELECT last_error FROM outbox WHERE failed_at IS NOT NULL');
      expect(await failed()).toEqual([]);
      await asked(`UPDATE outbox SET dispatched_at = now() - interval '1 hour'`);
      await until(async () => (await failed()).length === 1);
      expect(await failed()).toEqual([{ last_error: 'A' }]);
      const eachRound = ['tried', 'tried', 'given up A'];
      expect(seen).toEqual([...eachRound, ...eachRound]);
    });

    it('takes effect once if it is delivered twice, to two processes', async () => {
      const seen: unknown[] = [];
      const handle: Handle = async (payload) => void seen.push(payload);
      await start(handle);
      await start(handle);
      await put(20);
      await until(async () => (await openJobs()) === 0);
      await asked(`UPDATE outbox SET dispatched_at = now() - interval '1 hour', done_at = NULL
                    WHERE id = (SELECT min(id::text)::uuid FROM outbox)`);
      await until(async () => (await openJobs()) === 0);
      expect(seen).toHaveLength(21); // the job that we marked as not done runs once more
    });

    it('resumes a long job at the step that failed', async () => {
      const done: string[] = [];
      let broken = false;
      await start(
        async (_, tool) => {
          const steps = tool as {
            once: (step: string, work: () => Promise<void>) => Promise<boolean>;
          };
          for (const step of ['a', 'b', 'c']) {
            await steps.once(step, async () => {
              if (step === 'b' && !broken) {
                broken = true;
                throw new Error('broken off');
              }
              done.push(step);
            });
          }
        },
        { inSteps: true },
      );
      await put();
      await until(async () => (await openJobs()) === 0);
      expect(done).toEqual(['a', 'b', 'c']);
    });

    it('postpones a job whose time has not come, lets others pass and counts no attempt', async () => {
      const done: number[] = [];
      const tried: number[] = [];
      await start(
        async (payload) => {
          const { quotaId } = payload as { quotaId: string };
          const number = Number(quotaId);
          tried.push(number);
          if (number === 1 && (done.length === 0 || tried.length < 4)) throw new NotYet();
          done.push(number);
        },
        { inSteps: true, queue: 'long' },
      );
      await put(1, '1');
      await until(() => tried.length > 0);
      await put(1, '2');
      await until(async () => (await openJobs()) === 0);
      expect(done).toEqual([2, 1]);
    });

    it('starts other jobs that call outside servers while one of them hangs', async () => {
      let begun = 0;
      let goOn = (): void => undefined;
      const hanging = new Promise<void>((resolve) => (goOn = resolve));
      await start(
        async () => {
          begun += 1;
          if (begun === 1) await hanging;
        },
        { inSteps: true, queue: 'outside' },
      );
      await put(3);
      await until(async () => (await openJobs()) === 1);
      goOn();
      await until(async () => (await openJobs()) === 0);
    });

    it('finishes the running job before it stops, and leaves the rest to others', async () => {
      let finished = 0;
      const slow: Handle = async () => {
        await sleep(300);
        finished += 1;
      };
      const first = await start(slow);
      await put(6);
      await until(() => finished >= 1);
      await first.onApplicationShutdown();
      running = [];
      const atStop = finished;
      expect(await openJobs()).toBe(6 - atStop);
      await start(slow);
      await until(async () => (await openJobs()) === 0);
      expect(finished).toBe(6);
    }, 40_000);
  });
  Logger.overrideLogger(false);
}
