import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { outliveBreaks } from '../connections.ts';
import { type Account, placeForAccount, serverAccount, serverBinaries } from './server-account.ts';
import { claimFolder, isRunning, releaseFolder } from './folder-claim.ts';

const run = promisify(execFile);

/** The SQLSTATE of a server that starts up or replays its log, and takes no connection yet. */
const STARTING_UP = '57P03';

/** Connections tried, ten a second, before a server that refuses them is given up. */
const ATTEMPTS = 300;

/** The pauses between attempts to restart a server: each twice as long as the one before. */
const SHORTEST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

export interface EmbeddedOptions {
  /** The absolute path of a folder, created if needed. A second start finds its data there. */
  folder: string;
  /** Whether data may be lost in a crash of the machine. For tests only. */
  volatile?: boolean;
}

/**
 * A PostgreSQL server of our own, from the binaries that npm installed: the default, which needs
 * nothing else on the machine. It listens on 127.0.0.1 only, behind a generated password. As root
 * we run it under an unprivileged account, since PostgreSQL refuses to run as root.
 */
export class EmbeddedPostgres {
  private readonly log = new Logger('Database');
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
   * Starts the server. The first start creates its data; later ones replace a server left by a
   * kill.
   * @throws Error if another instance uses the folder, or the server does not come up
   */
  static async start(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
    const account = await serverAccount();
    const home = await placeForAccount(options.folder, account);
    await claimFolder(home);
    const password = await passwordOf(home);
    const postgres = new EmbeddedPostgres(home, account, options, await freePort(), password);
    await postgres.prepareData();
    await stopLeftover(postgres.data);
    process.once('exit', () => postgres.server?.kill('SIGINT'));
    await postgres.launch();
    return postgres;
  }

  /** Returns the address of a database on this server, for the account that owns the tables. */
  url(database = 'postgres'): string {
    return `postgres://postgres:${this.password}@127.0.0.1:${this.port}/${database}`;
  }

  /** Drops a database with everything in it, if it exists. */
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

  /** Shuts down fast: open transactions are rolled back, and the data is left clean. */
  async stop(): Promise<void> {
    this.stopping = true;
    const server = this.server;
    if (server && !hasEnded(server)) {
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
    this.server = server;
    await this.untilReady(server, errors);
    if (hasEnded(server)) void this.relaunch();
    else server.once('exit', () => void this.relaunch());
  }

  /**
   * Restarts a server that was killed, on the same port, until it is up. Sessions that it left
   * behind hold its memory until they have ended, and a full disk may be emptied. Its clients
   * reconnect by themselves.
   */
  private async relaunch(): Promise<void> {
    if (!this.stopping) this.log.warn('The embedded PostgreSQL has ended. It is started again.');
    for (let pause = SHORTEST_PAUSE_MS; !this.stopping; pause *= 2) {
      const failure = await this.launch().catch(String);
      if (failure === undefined) return;
      this.log.error(failure);
      await sleep(Math.min(pause, LONGEST_PAUSE_MS));
    }
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

  /**
   * Waits until the server takes connections. After a crash it first replays its log, which may
   * take minutes. Stopping it then would only make the next start begin anew.
   */
  private async untilReady(server: ChildProcess, errors: readonly string[]): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS && !hasEnded(server);) {
      const refusal = await this.refusal();
      if (refusal === null) return;
      if (refusal !== STARTING_UP) attempt += 1;
      await sleep(100);
    }
    server.kill('SIGINT');
    throw new Error(`The embedded PostgreSQL did not start.\n${errors.join('')}`);
  }

  /** Returns the code with which the server refuses a connection, or null if it takes one. */
  private async refusal(): Promise<string | null> {
    const client = new pg.Client({ connectionString: this.url() });
    outliveBreaks(client);
    try {
      await client.connect();
      return null;
    } catch (error) {
      return error instanceof Error && 'code' in error ? String(error.code) : '';
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** Returns whether a process has ended, by itself or by a signal. */
function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/**
 * Returns the password, generated at the first start. Only the owner of the file may read it: the
 * server account, if there is one.
 */
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

/** Stops a server that outlived its killed application, and removes its lock file. */
async function stopLeftover(data: string): Promise<void> {
  const lock = join(data, 'postmaster.pid');
  const pid = Number((await readFile(lock, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  if (await isRunning(pid)) process.kill(pid, 'SIGINT');
  for (let attempt = 0; attempt < 100 && (await isRunning(pid)); attempt += 1) await sleep(100);
  if (await isRunning(pid))
    throw new Error(
      `A PostgreSQL left from an earlier start (process ${pid}) does not stop. End it, and start again.`,
    );
  await rm(lock, { force: true });
}
