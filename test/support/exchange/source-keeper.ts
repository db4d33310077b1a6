import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import type { Caller, TestApp } from '../application/start-app.ts';

/** How a source of the exchange is doing, as its ministry is told. */
export interface Health {
  id: string;
  version: number;
  health: string;
  failures: number;
  lastError: string | null;
  nextPollAt: string;
  arrivals: Record<string, number>;
}

/** A ministry that takes vacancies in from sources of the exchange. */
export class SourceKeeper {
  constructor(
    private readonly test: TestApp,
    private readonly ministry: Caller,
  ) {}

  /** @returns the id of a source at that address */
  async add(name: string, address: string): Promise<string> {
    const { body } = await this.ministry.post('/v1/exchange-sources', { name, address }).expect(201);
    return body.id as string;
  }

  async health(id: string): Promise<Health> {
    const { body } = await this.ministry.get(`/v1/exchange-sources/${id}`).expect(200);
    return body as Health;
  }

  /** How it is doing after a poll that has come to its end. */
  async poll(id: string): Promise<Health> {
    await this.ministry.post(`/v1/exchange-sources/${id}/poll`).expect(202);
    await this.test.settle();
    return this.health(id);
  }

  /** Of each vacancy whose document begins so, by its document: its title, or its status where it is not open. */
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
