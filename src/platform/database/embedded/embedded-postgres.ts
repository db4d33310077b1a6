import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { type Account, placeForAccount, serverAccount, serverBinaries } from './server-account.ts';
import { claimFolder, isRunning, releaseFolder } from './folder-claim.ts';

const run = promisify(execFile);

export interface EmbeddedOptions {
  /** Absolute path of a folder that may be created; a second start finds its data there. */
  folder: string;
  /** Tests only: nothing survives a crash of the machine. */
  volatile?: boolean;
}

/**
 * A PostgreSQL server of our own, from the binaries that npm installed: the default that needs
 * nothing else on the machine. It listens on 127.0.0.1 only, behind a generated password, and runs
 * under an unprivileged account when we are root, since PostgreSQL refuses to run as root.
 */
export class EmbeddedPostgres {
  private server: ChildProcess | null = null;
  private stopping = false;

  private constructor(
    private readonly home: string,
    private readonly account: Account | null,
    private readonly options: EmbeddedOptions,
    private readonly port: number,
    private readonly password: string,
  ) {}

  /**
   * Starts the server, creating its data at the first start and replacing one left by a kill.
   * @throws Error when another instance uses the folder, or the server does not come up
   */
  static async start(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
    const account = await serverAccount();
    const home = await placeForAccount(options.folder, account);
    await claimFolder(home);
    const password = await passwordOf(home);
    const postgres = new EmbeddedPostgres(home, account, options, await freePort(), password);
    await postgres.prepareData();
    await stopLeftover(postgres.data);
    await postgres.launch();
    return postgres;
  }

  /** The address of a database on this server, for the account that owns the tables. */
  url(database = 'postgres'): string {
    return `postgres://postgres:${this.password}@127.0.0.1:${this.port}/${database}`;
  }

  /** Takes a database away with all that is in it; none of that name is fine. */
  async dropDatabase(name: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.url() });
    await client.connect();
    try {
      await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
    } finally {
      await client.end();
    }
  }

  /** Creates the database unless it exists. */
  async ensureDatabase(name: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.url() });
    await client.connect();
    try {
      const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
      if (found.rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
    } finally {
      await client.end();
    }
  }

  /** Fast shutdown: open transactions are rolled back, the data is left clean. */
  async stop(): Promise<void> {
    this.stopping = true;
    const server = this.server;
    if (server?.exitCode === null) {
      const exited = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await exited;
    }
    await releaseFolder(this.home);
  }

  private get data(): string {
    return join(this.home, 'data');
  }

  private async prepareData(): Promise<void> {
    if (existsSync(join(this.data, 'PG_VERSION'))) return;
    await rm(this.data, { recursive: true, force: true });
    await mkdir(this.data, { mode: 0o700 });
    const passwordFile = join(this.home, 'password');
    if (this.account) await chown(this.data, this.account.uid, this.account.gid);
    const { initdb } = await serverBinaries(this.account);
    const settings = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', '--no-sync'];
    const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const owner = ['--username=postgres', `--pwfile=${passwordFile}`];
    await run(initdb, ['-D', this.data, ...owner, ...settings, ...locale], this.spawnOptions());
  }

  private async launch(): Promise<void> {
    const { postgres } = await serverBinaries(this.account);
    const errors: string[] = [];
    // Detached: Ctrl-C must reach us first, so that we close our transactions before the server.
    const server = spawn(postgres, ['-D', this.data, ...this.settings()], {
      ...this.spawnOptions(),
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    server.stderr.on(
      'data',
      (chunk: Buffer) => errors.push(chunk.toString()) > 50 && errors.shift(),
    );
    server.once('exit', () => void this.relaunch());
    this.server = server;
    process.once('exit', () => server.kill('SIGINT'));
    await this.untilReady(errors);
  }

  /** A server that was killed comes back on the same port; its clients reconnect by themselves. */
  private async relaunch(): Promise<void> {
    if (!this.stopping) await this.launch().catch(() => undefined);
  }

  private settings(): string[] {
    const settings = [
      `port=${this.port}`,
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=100',
      'shared_buffers=256MB',
      'work_mem=16MB',
      'maintenance_work_mem=128MB',
      // After each checkpoint whole pages are logged again, a million of them in the longest run.
      'max_wal_size=4GB',
      'log_min_messages=warning',
      ...(this.options.volatile ? ['fsync=off', 'synchronous_commit=off'] : []),
    ];
    return settings.flatMap((setting) => ['-c', setting]);
  }

  private spawnOptions(): { uid?: number; gid?: number; cwd: string; env: Record<string, string> } {
    return { ...this.account, cwd: dirname(this.data), env: { LC_ALL: 'C', TZ: 'UTC' } };
  }

  private async untilReady(errors: string[]): Promise<void> {
    for (let attempt = 0; attempt < 300; attempt += 1) {
      const client = new pg.Client({ connectionString: this.url() });
      try {
        await client.connect();
        return;
      } catch {
        if (this.server?.exitCode !== null) break;
        await sleep(100);
      } finally {
        await client.end().catch(() => undefined);
      }
    }
    this.stopping = true;
    throw new Error(`The embedded PostgreSQL did not start.\n${errors.join('')}`);
  }
}

/** Generated at the first start; readable by its group, which is the server account's. */
async function passwordOf(home: string): Promise<string> {
  const file = join(home, 'password');
  if (!existsSync(file)) {
    await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  }
  const account = await serverAccount();
  if (account) await chown(file, account.uid, account.gid);
  return (await readFile(file, 'utf8')).trim();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => {
        resolve(port);
      });
    });
  });
}

/** A server whose application was killed still runs, or left its lock file behind. */
async function stopLeftover(data: string): Promise<void> {
  const lock = join(data, 'postmaster.pid');
  const pid = Number((await readFile(lock, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  if (await isRunning(pid)) process.kill(pid, 'SIGINT');
  for (let attempt = 0; attempt < 100 && (await isRunning(pid)); attempt += 1) await sleep(100);
  if (await isRunning(pid)) throw new Error(`An old PostgreSQL (process ${pid}) does not stop.`);
  await rm(lock, { force: true });
}
