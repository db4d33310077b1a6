import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';

/** Nest's log lines as JSON, one a line. Messages hold ids only, never personal data (G22). */
export class JsonLogger implements LoggerService {
  private readonly logger: Logger;

  constructor(level: string) {
    this.logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  }

  log(message: unknown, context?: string): void {
    this.logger.info({ context }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }

  error(message: unknown, ...context: string[]): void {
    this.logger.error({ context: context.at(-1) }, String(message));
  }

  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
}
