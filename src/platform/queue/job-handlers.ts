import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { type JobName, jobNames } from '../../jobs.ts';
import { HANDLES_JOB, type HandlesJobOptions } from './handles-job.ts';

/** A method declared with `@HandlesJob`. What it takes depends on `inSteps` and `many`. */
export interface FoundHandler extends Omit<HandlesJobOptions, 'givenUp'> {
  name: string;
  handle: (payload: unknown, tool: unknown) => Promise<void>;
  /** The method named by `givenUp`, called in the same way. */
  endGivenUp?: FoundHandler['handle'] | undefined;
}

type Methods = Record<string, FoundHandler['handle']>;

/** The handler of every job, found among the providers. */
@Injectable()
export class JobHandlers implements OnModuleInit {
  private readonly handlers = new Map<JobName, FoundHandler>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    assertOneHandlerEach(this.find()).forEach((found) => this.handlers.set(found.job, found));
  }

  /** @throws Error if the job has no handler */
  get(job: JobName): FoundHandler {
    const handler = this.handlers.get(job);
    if (!handler) throw new Error(`No handler for the job ${job}.`);
    return handler;
  }

  all(): FoundHandler[] {
    return [...this.handlers.values()];
  }

  private find(): FoundHandler[] {
    return this.discovery.getProviders().flatMap(({ instance }) => this.findIn(instance));
  }

  private findIn(instance: unknown): FoundHandler[] {
    if (typeof instance !== 'object' || instance === null) return [];
    const provider = instance as Methods;
    const prototype = Object.getPrototypeOf(provider) as Methods | null;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const method = prototype?.[name];
      const found =
        method && this.reflector.get<HandlesJobOptions | undefined>(HANDLES_JOB, method);
      if (!found) return [];
      const { givenUp, ...options } = found;
      const handle = method.bind(provider);
      const endGivenUp = givenUp === undefined ? givenUp : provider[givenUp]?.bind(provider);
      return [{ ...options, handle, endGivenUp, name: `${provider.constructor.name}.${name}` }];
    });
  }
}

/**
 * Returns `found` if each job has exactly one handler. The application does not start otherwise.
 * @throws Error naming every job that has none, or more than one
 */
export function assertOneHandlerEach(
  found: readonly FoundHandler[],
  jobs: readonly JobName[] = jobNames,
): readonly FoundHandler[] {
  const faults = jobs.flatMap((job) => {
    const names = found.filter((handler) => handler.job === job).map((handler) => handler.name);
    if (names.length === 1) return [];
    return [`${job} has ${names.length === 0 ? 'no handler' : `two: ${names.join(' and ')}`}`];
  });
  if (faults.length > 0)
    throw new Error(`Each job needs exactly one handler, but ${faults.join('; ')}.`);
  return found;
}
