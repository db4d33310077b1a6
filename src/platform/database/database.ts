import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { RUNTIME_ROLE, SYSTEM_ROLE } from './connections.ts';
import { actAs, currentTenant, SYSTEM, type Tenant } from './tenant.ts';

/**
 * The only way to the database. Every statement but those of `queryWithoutTenant` runs in a transaction that
 * carries its tenant. The tenant is set until the transaction ends, so that nothing leaks into the
 * pool and row-level security always knows who is asking.
 */
@Injectable()
export class Database {
  private readonly underway = new AsyncLocalStorage<EntityManager>();
  private readonly source = new AsyncLocalStorage<DataSource>();

  /** `backgroundPool` is the pool of long jobs, for which requests never wait; by default the same pool. */
  constructor(
    private readonly requestPool: DataSource,
    private readonly backgroundPool: DataSource = requestPool,
  ) {}

  /** Runs `work`, and all that it awaits, on the connections of long jobs. */
  inBackground<T>(work: () => Promise<T>): Promise<T> {
    return this.source.run(this.backgroundPool, work);
  }

  /**
   * Runs `work` in one transaction as the current tenant, or joins the transaction under way.
   * @throws Error outside of a transaction if there is no current tenant
   */
  async transaction<T>(work: (sql: EntityManager) => Promise<T>): Promise<T> {
    const joined = this.underway.getStore();
    return joined ? work(joined) : this.as(currentTenant(), work);
  }

  /** Whether this code runs in a transaction already, which `transaction` would join. */
  get isInTransaction(): boolean {
    return this.underway.getStore() !== undefined;
  }

  /**
   * Runs `work` as the application itself within the transaction of `sql`, for effects that no
   * tenant may write directly. Whether the tenant may cause them must have been checked before, as
   * the tenant.
   */
  async elevated<T>(sql: EntityManager, work: () => Promise<T>): Promise<T> {
    const { role } = currentTenant();
    if (role === SYSTEM.role) return work();
    await setRole(sql, SYSTEM.role);
    const result = await actAs(SYSTEM, work).catch(async (error: unknown) => {
      // This fails too if the transaction is broken, and then nothing more is read in it.
      await setRole(sql, role).catch(() => undefined);
      throw error;
    });
    await setRole(sql, role);
    return result;
  }

  /**
   * Runs `work` as the application itself, in the transaction under way or else in a new one. A
   * caller that holds a connection must not wait for a second one: if all did, all could wait for
   * ever.
   */
  async asSystem<T>(work: (sql: EntityManager) => Promise<T>): Promise<T> {
    const joined = this.underway.getStore();
    return joined ? this.elevated(joined, () => work(joined)) : this.as(SYSTEM, work);
  }

  /**
   * Returns the rows of one statement outside of any transaction, without a tenant. It sees only
   * what database functions with rights of their own return, such as `holder_of_key`.
   */
  queryWithoutTenant<Row>(statement: string, values: readonly unknown[]): Promise<Row[]> {
    return this.connections.query<Row[]>(statement, [...values]);
  }

  /**
   * Runs `work` in a new transaction as `tenant`, even if one is under way. It takes a connection
   * of its own, so that only jobs may call it within another transaction.
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
      // This fails too if nothing has begun, or if the connection is gone and everything with it.
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Closes the connections. Callers that wait for a connection get an error. */
  async close(): Promise<void> {
    for (const connections of new Set([this.requestPool, this.backgroundPool])) {
      if (connections.isInitialized) await connections.destroy();
    }
  }

  private get connections(): DataSource {
    return this.source.getStore() ?? this.requestPool;
  }
}

/**
 * Begins a transaction that carries its tenant, in a single round trip: most transactions are so
 * short that a second one would be noticeable. TypeORM has no such call, so that its state is set
 * by hand.
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

/** Returns the SQL that sets the database role and the tenant's role for the transaction. */
function roleSet(role: Tenant['role']): string {
  const databaseRole = role === SYSTEM.role ? SYSTEM_ROLE : RUNTIME_ROLE;
  return `set_config('role', '${databaseRole}', true),
          set_config('passerelle.role', ${pg.escapeLiteral(role)}, true)`;
}
