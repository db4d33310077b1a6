import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { JobHandlers } from './job-handlers.ts';
import { JobQueues } from './job-queues.ts';
import { JobRunner } from './job-runner.ts';
import { JobSystem } from './job-system.ts';
import { OutboxWorker } from './outbox.worker.ts';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [OutboxWorker, JobHandlers, JobQueues, JobRunner, JobSystem],
})
export class QueueModule {}
