import { Injectable } from '@nestjs/common';

/** The only source of time, so that a test or a demonstration can stand on another day. */
@Injectable()
export abstract class Clock {
  abstract now(): Date;

  /** The calendar date in UTC, `yyyy-mm-dd`. */
  today(): string {
    return this.now().toISOString().slice(0, 10);
  }
}

/** The machine's clock. */
@Injectable()
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands on a given day, for tests and for `npm run demo -- --today`. */
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
