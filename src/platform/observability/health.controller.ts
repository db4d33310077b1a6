import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Database } from '../database/database.ts';
import { SYSTEM } from '../database/tenant.ts';
import { OpenToAll } from '../http/roles.ts';

const health = { 'application/json': { schema: { $ref: '#/components/schemas/Health' } } };

interface Checks {
  database?: 'ok' | 'out of reach';
  /** The background jobs that wait or run. */
  jobsWaiting?: number;
  /** The background jobs that were given up. */
  jobsFailed?: number;
}

/** The state of the process, and the checks made. */
export interface Health {
  status: 'ok' | 'unavailable';
  checks: Checks;
}

/** Health checks for monitoring. They need no key and reveal nothing about the data. */
@ApiTags('health')
@Controller()
@OpenToAll()
export class HealthController {
  constructor(private readonly database: Database) {}

  /** Answers if the process is alive. Restart the process if this fails. */
  @Get('livez')
  @ApiOperation({ summary: 'Check whether the process is alive' })
  live(): Health {
    return { status: 'ok', checks: {} };
  }

  /**
   * Answers if the database does, with the numbers of jobs that wait or have failed. Send no
   * requests while this fails.
   */
  @Get('readyz')
  @ApiOperation({ summary: 'Check whether the service can answer requests' })
  @ApiServiceUnavailableResponse({ description: 'The database cannot be reached', content: health })
  async ready(@Res({ passthrough: true }) response: Response): Promise<Health> {
    try {
      return { status: 'ok', checks: { database: 'ok', ...(await this.jobs()) } };
    } catch {
      response.status(503).set('Retry-After', '5');
      return { status: 'unavailable', checks: { database: 'out of reach' } };
    }
  }

  private async jobs(): Promise<Pick<Checks, 'jobsWaiting' | 'jobsFailed'>> {
    const [row] = await this.database.as(SYSTEM, (sql) =>
      sql.query<{ waiting: number; failed: number }[]>(
        `SELECT count(*) FILTER (WHERE failed_at IS NULL)::int AS waiting,
                count(*) FILTER (WHERE failed_at IS NOT NULL)::int AS failed
           FROM outbox WHERE done_at IS NULL`,
      ),
    );
    return { jobsWaiting: row?.waiting ?? 0, jobsFailed: row?.failed ?? 0 };
  }
}
