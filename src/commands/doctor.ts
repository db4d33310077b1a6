import { persistence } from '../data-source.ts';
import { runCommand } from '../platform/application/start.ts';
import { ConfigError, type Config, readConfig } from '../platform/config/config.ts';
import { serverAccount, serverBinaries } from '../platform/database/embedded/server-account.ts';
import { hasPendingMigrations } from '../platform/database/migrate.ts';
import { assertSafeRole } from '../platform/database/safe-role.ts';
import { assertKeepsJobs } from '../platform/queue/redis-policy.ts';

interface Check {
  name: string;
  /** Throws an error that says what is wrong. */
  run: () => Promise<unknown>;
  remedy: string;
}

/**
 * `npm run doctor` names every misconfiguration and how to mend it; exit code 1 if there is one.
 */
runCommand(async () => {
  let faults = 0;
  for (const check of checks()) {
    const fault = await check.run().then(() => null, messageOf);
    if (fault !== null) faults += 1;
    const result = fault === null ? 'ok' : `FAULT  ${fault}\n        What to do: ${check.remedy}`;
    process.stdout.write(`${check.name.padEnd(28)} ${result}\n`);
  }
  process.stdout.write(faults === 0 ? '\nNo faults found.\n' : `\nFaults found: ${faults}\n`);
  process.exitCode = faults === 0 ? 0 : 1;
});

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

function checks(): Check[] {
  const node: Check = {
    name: 'Node.js',
    run: checkNode,
    remedy: 'Install Node.js 20.19 or newer.',
  };
  try {
    const config = readConfig();
    return [node, ...databaseChecks(config), ...redisChecks(config), ...meiliChecks(config)];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const settings = error.faults.map(({ setting, problem, remedy }) => ({
      name: setting,
      run: () => Promise.reject(new Error(problem)),
      remedy,
    }));
    return [node, ...settings];
  }
}

async function checkNode(): Promise<void> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Error(`The installed version is ${process.version}.`);
}

function databaseChecks({ databaseUrl }: Config): Check[] {
  if (databaseUrl === null) {
    const remedy = 'Run npm ci again with install scripts allowed, or set DATABASE_URL.';
    const run = async (): Promise<unknown> => serverBinaries(await serverAccount());
    return [{ name: 'Embedded PostgreSQL', run, remedy }];
  }
  return [
    {
      name: 'DATABASE_URL, migrations',
      run: async () => {
        if (await hasPendingMigrations(databaseUrl, persistence))
          throw new Error('Migrations are pending.');
      },
      remedy:
        'Start the server and check the address. If migrations are pending, run npm run migrate.',
    },
    {
      name: 'DATABASE_URL, row security',
      run: () => assertSafeRole(databaseUrl),
      remedy:
        'Make the login a member of passerelle_runtime and passerelle_system, neither of which may own a table.',
    },
  ];
}

function redisChecks({ redisUrl }: Config): Check[] {
  if (redisUrl === null) return [];
  const remedy = 'Start Redis, check the address, and set maxmemory-policy to noeviction.';
  return [{ name: 'REDIS_URL', run: () => assertKeepsJobs(redisUrl), remedy }];
}

function meiliChecks({ meiliUrl, meiliKey }: Config): Check[] {
  if (meiliUrl === null) return [];
  const run = async (): Promise<void> => {
    const headers = { Authorization: `Bearer ${meiliKey ?? ''}` };
    const answer = await fetch(new URL('/stats', meiliUrl), { headers });
    if (!answer.ok) throw new Error(`Meilisearch answers /stats with status ${answer.status}.`);
  };
  return [{ name: 'MEILI_URL', run, remedy: 'Start Meilisearch, and set MEILI_KEY to its key.' }];
}
