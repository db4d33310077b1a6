import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { RUNTIME_ROLE, SYSTEM_ROLE } from './connections.ts';
import { actAs, currentTenant, SYSTEM, type Tenant } from './tenant.ts';

/**
 * The one way to the database: every statement but those of `ask` runs in a transaction that carries its
 * tenant, set with SET LOCAL, so that nothing leaks into the pool and row-level security always knows who
 * asks.
 */
@Injectable()
export class Database {
  private readonly underway = new AsyncLocalStorage<EntityManager>();
  private readonly source = new AsyncLocalStorage<DataSource>();

  /** `behind`: the connections of long jobs, which requests never wait for; the same where they have none of their own. */
  constructor(
    private readonly requests: DataSource,
    private readonly behind: DataSource = requests,
  ) {}

  /** Runs `work`, and all that it awaits, on the connections of long jobs. */
  inBackground<T>(work: () => Promise<T>): Promise<T> {
    return this.source.run(this.behind, work);
  }

  /** Runs `work` in one transaction as the current tenant, or joins the transaction under way. */
  async transaction<T>(work: (sql: EntityManager) => Promise<T>): Promise<T> {
    const joined = this.underway.getStore();
    return joined ? work(joined) : this.as(currentTenant(), work);
  }

  /** Whether this code runs in a transaction already, which `transaction` would join. */
  get isUnderway(): boolean {
    return this.underway.getStore() !== undefined;
  }

  /**
   * Runs `work` as the application itself within the transaction of `sql`, for effects that no
   * tenant may write by hand; who may cause them has been checked before, as the tenant.
   */
  async elevated<T>(sql: EntityManager, work: () => Promise<T>): Promise<T> {
    const { role } = currentTenant();
    if (role === SYSTEM.role) return work();
    await setRole(sql, SYSTEM.role);
    const result = await actAs(SYSTEM, work).catch(async (error: unknown) => {
      // Fails itself where the transaction is broken, and then nothing more is read in it anyway.
      await setRole(sql, role).catch(() => undefined);
      throw error;
    });
    await setRole(sql, role);
    return result;
  }

  /**
   * Runs `work` as the application itself: in the transaction under way, where there is one, and in its
   * own elsewhere. Who holds a connection never waits for a second one, or all who do may wait for ever.
   */
  async asItself<T>(work: (sql: EntityManager) => Promise<T>): Promise<T> {
    const joined = this.underway.getStore();
    return joined ? this.elevated(joined, () => work(joined)) : this.as(SYSTEM, work);
  }

  /**
   * The rows of one statement outside of any transaction, on nobody's behalf: it sees what functions that
   * say themselves on whose behalf they read let it see, and nothing else.
   */
  ask<Row>(statement: string, values: readonly unknown[]): Promise<Row[]> {
    return this.connections.query<Row[]>(statement, [...values]);
  }

  /**
   * Runs `work` in a new transaction as `tenant`, whatever is under way: of its own connection, so that
   * only jobs may do so within another.
   */
  async as<T>(tenant: Tenant, work: (sql: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.connections.createQueryRunner();
    const sql = runner.manager;
    try {
      await begin(runner, tenant);
      const result = await actAs(tenant, () => this.underway.run(sql, () => work(sql)));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // Fails itself where nothing has begun, or the connection is gone and everything with it.
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Closes the connections; whoever waits for one meets an error. */
  async close(): Promise<void> {
    for (const connections of new Set([this.requests, this.behind])) {
      if (connections.isInitialized) await connections.destroy();
    }
  }

  private get connections(): DataSource {
    return this.source.getStore() ?? this.requests;
  }
}

/**
 * Begins a transaction that carries its tenant, in one message to the server and back: most transactions
 * are so short that another would tell. TypeORM, which knows no such beginning, is told of it.
 */
async function begin(runner: QueryRunner, tenant: Tenant): Promise<void> {
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
  await runner.query(
    `START TRANSACTION;
     SELECT ${roleSet(tenant.role)},
            set_config('passerelle.organisation', ${pg.escapeLiteral(tenant.organisationId ?? '')}, true),
            set_config('passerelle.country', ${pg.escapeLiteral(tenant.country ?? '')}, true)`,
  );
}

async function setRole(sql: EntityManager, role: Tenant['role']): Promise<void> {
  await sql.query(`SELECT ${roleSet(role)}`);
}

/** What sets, until the transaction ends, whose policies hold and on whose behalf they decide. */
function roleSet(role: Tenant['role']): string {
  const databaseRole = role === SYSTEM.role ? SYSTEM_ROLE : RUNTIME_ROLE;
  return `set_config('role', '${databaseRole}', true),
          set_config('passerelle.role', ${pg.escapeLiteral(role)}, true)`;
}
