import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import type { Caller, TestApp } from '../application/start-app.ts';

/** How a source of the exchange is doing, as its ministry sees it. */
export interface Health {
  id: string;
  version: number;
  health: string;
  failures: number;
  lastError: string | null;
  nextPollAt: string;
  arrivals: Record<string, number>;
}

/** A ministry that takes in vacancies from sources of the exchange. */
export class SourceKeeper {
  constructor(
    private readonly test: TestApp,
    private readonly ministry: Caller,
  ) {}

  /**
   * Adds a source at that address.
   * @returns its id
   */
  async add(name: string, address: string): Promise<string> {
    const { body } = await this.ministry.post('/v1/exchange-sources', { name, address }).expect(201);
    return body.id as string;
  }

  async health(id: string): Promise<Health> {
    const { body } = await this.ministry.get(`/v1/exchange-sources/${id}`).expect(200);
    return body as Health;
  }

  /** Polls the source, waits for the end of the poll, and returns how the source is doing. */
  async poll(id: string): Promise<Health> {
    await this.ministry.post(`/v1/exchange-sources/${id}/poll`).expect(202);
    await this.test.settle();
    return this.health(id);
  }

  /**
   * Returns the vacancies whose document id begins with the prefix, by document id: the title, or
   * the status if the vacancy is not open.
   */
  async known(prefix: string): Promise<Record<string, string>> {
    const rows = await this.test.database.as(SYSTEM, (sql) =>
      sql.query<{ id: string; title: string; status: string }[]>(
        `SELECT source_id AS id, title, status FROM vacancy WHERE source_id LIKE $1 ORDER BY 1`,
        [`${prefix}%`],
      ),
    );
    return Object.fromEntries(rows.map(({ id, title, status }) => [id, status === 'open' ? title : status]));
  }
} // prettier-ignore
