import { Injectable } from '@nestjs/common';
import { utcDate } from './utc-date.ts';

/** The only source of time, so that a test or a demonstration can run on another day. */
@Injectable()
export abstract class Clock {
  abstract now(): Date;

  /** The calendar date in UTC, `yyyy-mm-dd`. */
  today(): string {
    return utcDate(this.now());
  }
}

/** The machine's clock. */
@Injectable()
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/**
 * The machine's time of day, moved to another date, from which it runs on. For `npm run demo --
 * --today`.
 */
export class RunningClock extends Clock {
  private readonly ahead: number;

  /** `on`: the date to start from, `yyyy-mm-dd`. */
  constructor(on: string) {
    super();
    const today = utcDate(new Date());
    this.ahead = Date.parse(on) - Date.parse(today);
  }

  now(): Date {
    return new Date(Date.now() + this.ahead);
  }
}

/** A clock that shows one instant until it is moved, for tests. */
export class FixedClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  now(): Date {
    return this.instant;
  }

  moveTo(instant: Date): void {
    this.instant = instant;
  }
}
