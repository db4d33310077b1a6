import type { Server } from 'node:http';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

/** The time that open requests have, once the process stops, in ms. */
const GRACE_MS = 5_000;

/**
 * Ends open requests when the process stops. It takes no new ones by then, and an upload may take
 * an hour, a stream of events for ever. What arrived of an upload is kept, and a stream begins anew
 * at another process.
 */
@Injectable()
export class OpenRequests implements BeforeApplicationShutdown {
  constructor(private readonly adapters: HttpAdapterHost) {}

  beforeApplicationShutdown(): void {
    const server = this.adapters.httpAdapter.getHttpServer() as Server;
    setTimeout(() => {
      server.closeAllConnections();
    }, GRACE_MS).unref();
  }
}
