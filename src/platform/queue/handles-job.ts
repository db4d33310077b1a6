import { SetMetadata } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { JobName, Jobs } from '../../jobs.ts';
import type { QueueName } from './job-queues.ts';

/** Marks off the parts of a long job, so that a restart goes on where the last one ended. */
export interface JobSteps {
  /**
   * Runs `work` in a transaction of its own together with the mark of this step.
   * @returns false, without running it, when the step was done before
   */
  once(step: string, work: (sql: EntityManager) => Promise<void>): Promise<boolean>;
  /** Whether that step of the job was done, by this worker or another; asked in the transaction under way. */
  isDone(step: string): Promise<boolean>;
}

/** A short job: its whole effect and its done mark are one transaction. */
export type JobHandler<J extends JobName> = (payload: Jobs[J], sql: EntityManager) => Promise<void>;

/** A short job that is as well done for many at once: of all of them in one transaction. */
export type ManyJobsHandler<J extends JobName> = (
  payloads: readonly Jobs[J][],
  sql: EntityManager,
) => Promise<void>;

/** A long job: each step is a transaction of its own. */
export type SteppedJobHandler<J extends JobName> = (
  payload: Jobs[J],
  steps: JobSteps,
) => Promise<void>;

export interface HandlesJobOptions {
  job: JobName;
  inSteps: boolean;
  /** Takes a list of payloads: those of all jobs of the name that wait together. */
  many: boolean;
  /** The jobs that it waits its turn with; by its payload, where that decides. */
  queue: QueueName | ((payload: never) => QueueName);
  /** The method of the same provider that hears of a job which is given up. */
  givenUp?: string | undefined;
}

export const HANDLES_JOB = Symbol('handles-job');

/**
 * Declares a provider's method the one handler of `job`; it runs as the system tenant. `queue`: of a long job with which no
 * import and no run is to wait. `givenUp`: the name of the method that ends what the job leaves under way, in
 * the transaction in which it is given up.
 */
export function HandlesJob<J extends JobName, G extends string = never>(
  job: J,
  options: {
    inSteps: true;
    queue?: Exclude<QueueName, 'facts' | 'long'> | ((payload: Jobs[J]) => QueueName);
    givenUp?: G;
  },
): (
  target: Record<NoInfer<G>, JobHandler<J>>,
  key: string,
  method: TypedPropertyDescriptor<SteppedJobHandler<J>>,
) => void;
export function HandlesJob<J extends JobName>(
  job: J,
  options: { many: true },
): (target: object, key: string, method: TypedPropertyDescriptor<ManyJobsHandler<J>>) => void;
export function HandlesJob<J extends JobName, G extends string = never>(
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
    givenUp,
  }: Partial<HandlesJobOptions> = {},
): MethodDecorator {
  const options: HandlesJobOptions = { job, inSteps, many, queue, givenUp };
  return SetMetadata(HANDLES_JOB, options);
}
