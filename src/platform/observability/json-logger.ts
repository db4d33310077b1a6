import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';

/** The parts of Nest that log at every start: two hundred lines that bury what matters. */
const wordy = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer']);

/**
 * Writes Nest's log messages as JSON, one per line. Messages hold ids only, never personal data
 * (G22).
 */
export class JsonLogger implements LoggerService {
  private readonly logger: Logger;

  /** `out`: where the lines are written; standard output by default. */
  constructor(level: string, out?: DestinationStream) {
    const settings = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
    this.logger = out ? pino(settings, out) : pino(settings);
  }

  log(message: unknown, context?: string): void {
    const level = wordy.has(context ?? '') ? 'debug' : 'info';
    this.logger[level]({ context }, String(message));
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
