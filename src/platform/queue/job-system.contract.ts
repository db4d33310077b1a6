import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Handle, JobSystems, until } from '../../../test/support/application/job-systems.ts';
import { newId } from '../database/new-id.ts';
import { SystemClock } from '../clock/clock.ts';
import { SYSTEM } from '../database/tenant.ts';
import type { JobSteps } from './handles-job.ts';
import { NotYet } from './not-yet.ts';
import { putJob } from './outbox.ts';

/** Tests what every job queue promises. A queue with Redis and one without must not differ. */
export function describeJobSystem(name: string, redisUrl: string | null): void {
  describe(`jobs on ${name}`, () => {
    let systems: JobSystems;

    beforeEach(async () => {
      systems = await JobSystems.prepare(redisUrl);
    });

    afterEach(() => systems.end());

    it('carries out each job of the outbox once', async () => {
      const seen: string[] = [];
      await systems.start(
        async (payload) => void seen.push((payload as { quotaId: string }).quotaId),
      );
      await systems.put(50);
      await systems.untilDone();
      expect(new Set(seen).size).toBe(50);
      expect(seen).toHaveLength(50);
    });

    it('never carries out a job that was rolled back', async () => {
      let runs = 0;
      await systems.start(async () => void (runs += 1));
      const failing = systems.test.database.as(SYSTEM, async (sql) => {
        await putJob(sql, 'quota.changed', { quotaId: newId() });
        throw new Error('rolled back');
      });
      await expect(failing).rejects.toThrow('rolled back');
      await systems.put();
      await systems.untilDone();
      expect(runs).toBe(1);
    });

    it('carries out once a job that was put several times, and again if it is put meanwhile', async () => {
      const [repeated, other] = [newId(), newId()];
      const seen: string[] = [];
      const handle: Handle = async (payload) => {
        const { quotaId } = payload as { quotaId: string };
        seen.push(quotaId);
        if (quotaId === repeated && seen.filter((id) => id === repeated).length === 1)
          await systems.put(2, repeated);
      };
      await systems.put(20, repeated);
      await systems.put(1, other);
      await systems.start(handle);
      await systems.untilDone();
      expect(seen.filter((id) => id === repeated)).toHaveLength(2);
      expect(seen.filter((id) => id === other)).toHaveLength(1);
    });

    it('carries out waiting jobs together, and all of them again after a failure', async () => {
      const seen: string[][] = [];
      const handle: Handle = async (payloads) => {
        seen.push((payloads as { quotaId: string }[]).map(({ quotaId }) => quotaId));
        if (seen.length === 1) throw new Error('once');
      };
      await systems.put(20);
      await systems.start(handle, { many: true });
      await systems.untilDone();
      expect(seen.map(({ length }) => length)).toEqual([20, 20]);
      expect(new Set(seen[1]).size).toBe(20);
    });

    it('tries again after a failure, and keeps nothing of the failed attempt', async () => {
      let runs = 0;
      await systems.start(async (_, sql) => {
        runs += 1;
        await (sql as { query: (text: string) => Promise<unknown> }).query(
          `INSERT INTO organisation VALUES (gen_random_uuid(), 'attempt ${runs}', 'employer')`,
        );
        if (runs === 1) throw new Error('once');
      });
      await systems.put();
      await systems.untilDone();
      expect(await systems.asked('SELECT name FROM organisation')).toEqual([{ name: 'attempt 2' }]);
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
      await systems.start(handle, { inSteps: true, endGivenUp });
      await systems.put(1, 'A');
      await until(() => seen.length === 3);
      const failed = () =>
        systems.asked('SELECT last_error FROM outbox WHERE failed_at IS NOT NULL');
      expect(await failed()).toEqual([]);
      await systems.asked(`UPDATE outbox SET dispatched_at = now() - interval '1 hour'`);
      await until(async () => (await failed()).length === 1);
      expect(await failed()).toEqual([{ last_error: 'A' }]);
      const eachRound = ['tried', 'tried', 'given up A'];
      expect(seen).toEqual([...eachRound, ...eachRound]);
    });

    it('takes effect once if it is delivered twice, to two processes', async () => {
      const seen: unknown[] = [];
      const handle: Handle = async (payload) => void seen.push(payload);
      await systems.start(handle);
      await systems.start(handle);
      await systems.put(20);
      await systems.untilDone();
      await systems.asked(`UPDATE outbox SET dispatched_at = now() - interval '1 hour', done_at = NULL
                    WHERE id = (SELECT min(id::text)::uuid FROM outbox)`);
      await systems.untilDone();
      expect(seen).toHaveLength(21); // the job that we marked as not done runs once more
    });

    it('resumes a long job at the step that failed', async () => {
      const done: string[] = [];
      let broken = false;
      await systems.start(
        async (_, tool) => {
          for (const step of ['a', 'b', 'c']) {
            await (tool as JobSteps).once(step, async () => {
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
      await systems.put();
      await systems.untilDone();
      expect(done).toEqual(['a', 'b', 'c']);
    });

    it('postpones a job whose time has not come, lets others pass and counts no attempt', async () => {
      const done: number[] = [];
      const tried: number[] = [];
      await systems.start(
        async (payload) => {
          const { quotaId } = payload as { quotaId: string };
          const number = Number(quotaId);
          tried.push(number);
          if (number === 1 && (done.length === 0 || tried.length < 4)) throw new NotYet();
          done.push(number);
        },
        { inSteps: true, queue: 'long' },
      );
      await systems.put(1, '1');
      await until(() => tried.length > 0);
      await systems.put(1, '2');
      await systems.untilDone();
      expect(done).toEqual([2, 1]);
    });

    it('starts other jobs that call outside servers while one of them hangs', async () => {
      let begun = 0;
      let goOn = (): void => undefined;
      const hanging = new Promise<void>((resolve) => (goOn = resolve));
      await systems.start(
        async () => {
          begun += 1;
          if (begun === 1) await hanging;
        },
        { inSteps: true, queue: 'outside' },
      );
      await systems.put(3);
      await until(async () => (await systems.openJobs()) === 1);
      goOn();
      await systems.untilDone();
    });

    it('carries out a scheduled job once for its date, however often it is due', async () => {
      const seen: object[] = [];
      await systems.start(async (payload) => void seen.push(payload as object), {
        every: 'night',
      });
      const queue = systems.queues().open('facts');
      await queue.add(['a', 'b'].map((id) => ({ id, name: 'quota.changed', data: {} })));
      await queue.close();
      await systems.put(1, 'last');
      await until(async () => seen.length > 1 && (await systems.openJobs()) === 0);
      expect(seen.filter((told) => 'on' in told)).toEqual([{ on: new SystemClock().today() }]);
    });

    it('finishes the running job before it stops, and leaves the rest to others', async () => {
      let finished = 0;
      const slow: Handle = async () => {
        await sleep(300);
        finished += 1;
      };
      const first = await systems.start(slow);
      await systems.put(6);
      await until(() => finished >= 1);
      await systems.stop(first);
      const atStop = finished;
      expect(await systems.openJobs()).toBe(6 - atStop);
      await systems.start(slow);
      await systems.untilDone();
      expect(finished).toBe(6);
    }, 40_000);

    it('ends a job in steps before its next step when it stops, and another resumes it at once', async () => {
      const begun: string[] = [];
      const inSteps: Handle = async (_, tool) => {
        for (const step of ['a', 'b']) {
          await (tool as JobSteps).once(step, async () => {
            begun.push(step);
            await sleep(300);
          });
        }
      };
      const first = await systems.start(inSteps, { inSteps: true });
      await systems.put();
      await until(() => begun.length === 1);
      await systems.stop(first);
      expect(begun).toEqual(['a']);
      await systems.start(inSteps, { inSteps: true });
      await systems.untilDone();
      expect(begun).toEqual(['a', 'b']);
    });

    it('abandons a job that does not end when it stops, and another starts it at once', async () => {
      let begun = 0;
      const hanging: Handle = async () => {
        begun += 1;
        await new Promise(() => undefined);
      };
      const first = await systems.start(hanging, { inSteps: true });
      await systems.put();
      await until(() => begun === 1);
      const stopped = Date.now();
      await systems.stop(first);
      expect(Date.now() - stopped).toBeLessThan(5_000);
      await systems.start(async () => Promise.resolve(), { inSteps: true });
      await systems.untilDone();
      expect(begun).toBe(1);
    }, 20_000);
  });
  Logger.overrideLogger(false);
}
