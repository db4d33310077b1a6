import { SetMetadata } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { JobName, Jobs } from '../../jobs.ts';
import type { QueueName } from './job-queues.ts';

/** Marks the finished steps of a long job, so that a restart continues after the last of them. */
export interface JobSteps {
  /**
   * Runs `work` in a transaction of its own together with the mark of this step.
   * @returns false, without running it, when the step was done before
   */
  once(step: string, work: (sql: EntityManager) => Promise<void>): Promise<boolean>;
  /** Returns whether any worker has done that step of the job. Joins the transaction under way. */
  isDone(step: string): Promise<boolean>;
}

/** Handles a short job. Its whole effect and its done mark are one transaction. */
export type JobHandler<J extends JobName> = (payload: Jobs[J], sql: EntityManager) => Promise<void>;

/** Handles several short jobs of one name together, all in one transaction. */
export type ManyJobsHandler<J extends JobName> = (
  payloads: readonly Jobs[J][],
  sql: EntityManager,
) => Promise<void>;

/** Handles a long job. Each of its steps is a transaction of its own. */
export type SteppedJobHandler<J extends JobName> = (
  payload: Jobs[J],
  steps: JobSteps,
) => Promise<void>;

/** How often a scheduled job runs: at 02:00 UTC, or in every fifth minute. */
export type Every = 'night' | 'five-minutes';

/** A job whose payload is the date or the minute on which it is due has to be scheduled. */
type EveryOf<J extends JobName> = Jobs[J] extends { on: string }
  ? 'night'
  : Jobs[J] extends { at: string }
    ? 'five-minutes'
    : undefined;

type ScheduledJob = {
  [J in JobName]: EveryOf<J> extends undefined ? never : J;
}[JobName];

type OtherJob = Exclude<JobName, ScheduledJob>;

export interface HandlesJobOptions {
  job: JobName;
  inSteps: boolean;
  /** Whether the handler takes a list of payloads: those of all waiting jobs of that name. */
  many: boolean;
  /** The queue in which the job waits its turn, or a function that chooses it by the payload. */
  queue: QueueName | ((payload: never) => QueueName);
  /** How often the job is scheduled; absent for a job that is put by what causes it. */
  every?: Every | undefined;
  /** The name of the provider's method that is called when such a job is given up. */
  givenUp?: string | undefined;
}

export const HANDLES_JOB = Symbol('handles-job');

/**
 * Declares a provider's method the only handler of `job`. It runs as the system tenant. `every`
 * schedules the job. `queue` is for a long job that must not delay imports and runs. `givenUp`
 * names the method that ends what the job has left under way. That method runs in the transaction
 * that records the job as given up.
 */
export function HandlesJob<J extends JobName, G extends string = never>(
  job: J,
  options: {
    inSteps: true;
    queue?: Exclude<QueueName, 'facts' | 'long'> | ((payload: Jobs[J]) => QueueName);
    givenUp?: G;
  } & (J extends ScheduledJob ? { every: EveryOf<J> } : unknown),
): (
  target: Record<NoInfer<G>, JobHandler<J>>,
  key: string,
  method: TypedPropertyDescriptor<SteppedJobHandler<J>>,
) => void;
export function HandlesJob<J extends OtherJob>(
  job: J,
  options: { many: true },
): (target: object, key: string, method: TypedPropertyDescriptor<ManyJobsHandler<J>>) => void;
export function HandlesJob<J extends ScheduledJob>(
  job: J,
  options: { every: EveryOf<J> },
): (target: object, key: string, method: TypedPropertyDescriptor<JobHandler<J>>) => void;
export function HandlesJob<J extends OtherJob, G extends string = never>(
  job: J,
  options?: { givenUp: G },
): (
  target: Record<NoInfer<G>, JobHandler<J>>,
  key: string,
  method: TypedPropertyDescriptor<JobHandler<J>>,
) => void;
export function HandlesJob(
  job: JobName,
  {
    inSteps = false,
    many = false,
    queue = inSteps ? 'long' : 'facts',
    every,
    givenUp,
  }: Partial<HandlesJobOptions> = {},
): MethodDecorator {
  const options: HandlesJobOptions = { job, inSteps, many, queue, every, givenUp };
  return SetMetadata(HANDLES_JOB, options);
}
