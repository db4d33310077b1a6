import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname } from 'node:path';
import { persistence } from '../data-source.ts';
import { runCommand } from '../platform/application/start.ts';
import { ConfigError, type Config, readConfig } from '../platform/config/config.ts';
import { serverAccount, serverBinaries } from '../platform/database/embedded/server-account.ts';
import { hasPendingMigrations } from '../platform/database/migrate.ts';
import { assertSafeRole } from '../platform/database/safe-role.ts';
import { assertUsableServer } from '../platform/database/usable-server.ts';
import { reasonOf } from '../platform/observability/reason-of.ts';
import { assertKeepsJobs } from '../platform/queue/redis-policy.ts';

interface Check {
  name: string;
  /** Throws an error that says what is wrong. */
  run: () => Promise<unknown>;
  remedy: string;
  /** What can only be checked if this check finds no fault. */
  further?: readonly Check[];
}

/**
 * `npm run doctor` names every misconfiguration and how to mend it; exit code 1 if there is one.
 */
runCommand(async () => {
  const faults = await countFaults(checks());
  process.stdout.write(faults === 0 ? '\nNo faults found.\n' : `\nFaults found: ${faults}\n`);
  process.exitCode = faults === 0 ? 0 : 1;
});

/** Makes the checks one by one, and prints what each of them finds. */
async function countFaults(checks: readonly Check[]): Promise<number> {
  let faults = 0;
  for (const { name, run, remedy, further = [] } of checks) {
    const fault = await run().then(() => null, reasonOf);
    const result = fault === null ? 'ok' : `FAULT  ${fault}\n        What to do: ${remedy}`;
    process.stdout.write(`${name.padEnd(28)} ${result}\n`);
    faults += fault === null ? await countFaults(further) : 1;
  }
  return faults;
}

function checks(): Check[] {
  const node: Check = {
    name: 'Node.js',
    run: checkNode,
    remedy: 'Install Node.js 20.19 or newer.',
  };
  try {
    const config = readConfig();
    return [
      node,
      ...folderChecks(config),
      databaseCheck(config),
      ...redisChecks(config),
      ...meiliChecks(config),
    ];
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

/** Nothing is kept in the data folder if a server and a secret are given. */
function folderChecks({ dataFolder, databaseUrl, identitySecret }: Config): Check[] {
  if (databaseUrl !== null && identitySecret !== null) return [];
  const remedy = 'Make the folder writable for this account, or set PASSERELLE_DATA to another.';
  return [{ name: 'PASSERELLE_DATA', run: () => assertWritable(dataFolder), remedy }];
}

/** Accepts a folder that does not exist yet if it can be made. */
async function assertWritable(folder: string): Promise<void> {
  try {
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await assertWritable(dirname(folder));
  }
}

function databaseCheck({ databaseUrl }: Config): Check {
  if (databaseUrl === null) {
    const remedy = 'Run npm ci again with install scripts allowed, or set DATABASE_URL.';
    const run = async (): Promise<unknown> => serverBinaries(await serverAccount());
    return { name: 'Embedded PostgreSQL', run, remedy };
  }
  const migrations: Check = {
    name: 'DATABASE_URL, migrations',
    run: async () => {
      if (await hasPendingMigrations(databaseUrl, persistence))
        throw new Error('Migrations are pending.');
    },
    remedy: 'Run npm run migrate.',
    further: [
      {
        name: 'DATABASE_URL, row security',
        run: () => assertSafeRole(databaseUrl),
        remedy:
          'Make the login a member of passerelle_runtime and passerelle_system, neither of which may own a table.',
      },
    ],
  };
  return {
    name: 'DATABASE_URL',
    run: () => assertUsableServer(databaseUrl),
    remedy: 'Start the server, and check the address, the login and the name of the database.',
    further: [migrations],
  };
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
