import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { type JobName, jobNames } from '../../jobs.ts';
import { HANDLES_JOB, type HandlesJobOptions } from './handles-job.ts';

/** A method found under `@HandlesJob`; what it takes depends on `inSteps` and `many`. */
export interface FoundHandler extends Omit<HandlesJobOptions, 'givenUp'> {
  name: string;
  handle: (payload: unknown, tool: unknown) => Promise<void>;
  /** The same of the method named by `givenUp`. */
  endGivenUp?: FoundHandler['handle'] | undefined;
}

type Methods = Record<string, FoundHandler['handle']>;

/** Every job's handler, found among the providers. */
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

  get(job: JobName): FoundHandler {
    const handler = this.handlers.get(job);
    if (!handler) throw new Error(`No handler for the job ${job}.`);
    return handler;
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
 * The application never starts with a job that nobody, or more than one, would handle.
 * @throws Error naming every such job
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
  if (faults.length > 0) throw new Error(`Each job has one handler, but ${faults.join('; ')}.`);
  return found;
}
