import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';

const processRoles = ['api', 'worker', 'both'] as const;
export type ProcessRole = (typeof processRoles)[number];

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
type LogLevel = (typeof logLevels)[number];

const outbounds = ['public-https', 'any'] as const;
export type Outbound = (typeof outbounds)[number];

/** All settings, read once from the environment. The table in the README explains each. */
export class Config {
  /** Which addresses that users configured may be called: public https addresses only, or any. */
  readonly outbound: Outbound;
  readonly role: ProcessRole;
  readonly port: number;
  readonly host: string;
  /** The address of the server; null for the embedded PostgreSQL. */
  readonly databaseUrl: string | null;
  /**
   * The size of the connection pool. The number of requests that a process takes at once follows
   * from it.
   */
  readonly databaseConnections: number;
  /** How long a request waits for a connection before it is refused with 503 `overloaded`. */
  readonly databaseWaitSeconds: number;
  /** The address of Redis; null runs BullMQ on PostgreSQL. */
  readonly redisUrl: string | null;
  /** The address of Meilisearch; null searches in PostgreSQL. */
  readonly meiliUrl: string | null;
  readonly meiliKey: string | null;
  /** The folder of the embedded database, an absolute path. */
  readonly dataFolder: string;
  /**
   * The secret under which document numbers and names of people are hashed; null uses one kept in
   * the data folder.
   */
  readonly identitySecret: string | null;
  /**
   * The requests a minute that one client address may make to each part of the EURES exchange,
   * counted in each process.
   */
  readonly exchangeRequestsPerMinute: number;
  /**
   * The number of trusted proxies in front of the application; their word for the client's address
   * is taken.
   */
  readonly proxies: number;
  readonly logLevel: LogLevel;
  /** A prefix that keeps apart the queues of several instances on one server. */
  readonly queuePrefix: string;
  /**
   * The number of threads that decide on vacancies when there are many; 0 uses the main thread
   * alone.
   */
  readonly matchingThreads: number;
  /**
   * Arguments for Node in worker threads, such as a loader where the code is not built; for tests.
   */
  readonly threadArguments: readonly string[];

  constructor(settings: Partial<Config> = {}) {
    this.role = settings.role ?? 'both';
    this.port = settings.port ?? 3000;
    this.host = settings.host ?? '127.0.0.1';
    this.databaseUrl = settings.databaseUrl ?? null;
    this.databaseConnections = settings.databaseConnections ?? 10;
    this.databaseWaitSeconds = settings.databaseWaitSeconds ?? 20;
    this.redisUrl = settings.redisUrl ?? null;
    this.meiliUrl = settings.meiliUrl ?? null;
    this.meiliKey = settings.meiliKey ?? null;
    this.dataFolder = resolve(settings.dataFolder ?? '.passerelle');
    this.identitySecret = settings.identitySecret ?? null;
    this.exchangeRequestsPerMinute = settings.exchangeRequestsPerMinute ?? 600;
    this.proxies = settings.proxies ?? 0;
    this.logLevel = settings.logLevel ?? 'info';
    this.queuePrefix = settings.queuePrefix ?? 'passerelle';
    this.outbound = settings.outbound ?? 'public-https';
    this.matchingThreads = settings.matchingThreads ?? Math.min(4, availableParallelism());
    this.threadArguments = settings.threadArguments ?? [];
  }

  /** Returns the settings in a form that may be printed: without passwords and keys. */
  redacted(): object {
    return {
      role: this.role,
      port: this.port,
      host: this.host,
      dataFolder: this.dataFolder,
      logLevel: this.logLevel,
      queuePrefix: this.queuePrefix,
      outbound: this.outbound,
      exchangeRequestsPerMinute: this.exchangeRequestsPerMinute,
      proxies: this.proxies,
      matchingThreads: this.matchingThreads,
      databaseConnections: this.databaseConnections,
      databaseWaitSeconds: this.databaseWaitSeconds,
      databaseUrl: withoutPassword(this.databaseUrl) ?? 'embedded',
      redisUrl: withoutPassword(this.redisUrl) ?? 'not set: jobs in PostgreSQL',
      meiliUrl: withoutPassword(this.meiliUrl) ?? 'not set: search in PostgreSQL',
      meiliKey: this.meiliKey === null ? null : '***',
      identitySecret: this.identitySecret === null ? 'in the data folder' : '***',
    };
  }
}

/** One setting that cannot be used, with a remedy. */
export interface Misconfiguration {
  setting: string;
  problem: string;
  remedy: string;
}

/** Thrown at start if the environment cannot be used. Its message names every fault at once. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly Misconfiguration[]) {
    super(faults.map((fault) => `${fault.setting}: ${fault.problem} ${fault.remedy}`).join('\n'));
  }
}

type Environment = Record<string, string | undefined>;

/**
 * Reads the settings from an environment.
 * @throws ConfigError naming every setting that cannot be used
 */
export function readConfig(environment: Environment = process.env): Config {
  const faults: Misconfiguration[] = [];
  const read = new SettingReader(environment, faults);
  const config = new Config({
    role: read.oneOf('PASSERELLE_ROLE', processRoles),
    port: read.wholeNumber('PORT', 65_535),
    host: read.text('HOST'),
    databaseUrl: read.url('DATABASE_URL', ['postgres:', 'postgresql:']),
    databaseConnections: read.wholeNumber('DATABASE_CONNECTIONS', 200, 2),
    databaseWaitSeconds: read.wholeNumber('DATABASE_WAIT_SECONDS', 300, 1),
    redisUrl: read.url('REDIS_URL', ['redis:', 'rediss:']),
    meiliUrl: read.url('MEILI_URL', ['http:', 'https:']),
    meiliKey: read.text('MEILI_KEY'),
    dataFolder: read.text('PASSERELLE_DATA'),
    identitySecret: read.secret('PASSERELLE_IDENTITY_SECRET', 32),
    exchangeRequestsPerMinute: read.wholeNumber('EXCHANGE_REQUESTS_PER_MINUTE', 1_000_000, 1),
    proxies: read.wholeNumber('PASSERELLE_PROXIES', 10),
    logLevel: read.oneOf('LOG_LEVEL', logLevels),
    queuePrefix: read.text('QUEUE_PREFIX'),
    outbound: read.oneOf('PASSERELLE_OUTBOUND', outbounds),
    matchingThreads: read.wholeNumber('MATCHING_THREADS', 64),
  });
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}

class SettingReader {
  constructor(
    private readonly environment: Environment,
    private readonly faults: Misconfiguration[],
  ) {}

  text(setting: string): string | undefined {
    const value = this.environment[setting]?.trim();
    return value === '' ? undefined : value;
  }

  /**
   * Reads a secret of at least `least` characters. A short one that a person makes up can be
   * guessed.
   */
  secret(setting: string, least: number): string | undefined {
    const value = this.text(setting);
    if (value === undefined || value.length >= least) return value;
    this.fault(setting, 'The value is too short.', `Use at least ${least} random characters.`);
    return undefined;
  }

  oneOf<T extends string>(setting: string, words: readonly T[]): T | undefined {
    const value = this.text(setting);
    const known = words.find((word) => word === value);
    if (value !== undefined && known === undefined) {
      this.fault(setting, `"${value}" is not a known value.`, `Use one of ${words.join(', ')}.`);
    }
    return known;
  }

  /** Reads a whole number from `least` to `most`. */
  wholeNumber(setting: string, most: number, least = 0): number | undefined {
    const value = this.text(setting);
    if (value === undefined) return undefined;
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    this.fault(
      setting,
      `"${value}" is out of range.`,
      `Use a whole number from ${least} to ${most}.`,
    );
    return undefined;
  }

  url(setting: string, protocols: readonly string[]): string | undefined {
    const value = this.text(setting);
    if (value === undefined) return undefined;
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
    const example = `${protocols[0] ?? ''}//host/...`;
    this.fault(
      setting,
      'The value is not a valid address.',
      `Use the form ${example}, or unset the setting.`,
    );
    return undefined;
  }

  private fault(setting: string, problem: string, remedy: string): void {
    this.faults.push({ setting, problem, remedy });
  }
}

function withoutPassword(url: string | null): string | null {
  if (url === null) return null;
  const parsed = new URL(url);
  if (parsed.password) parsed.password = '***';
  return parsed.href;
}
