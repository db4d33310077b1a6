import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const claimIn = (home: string): string => join(home, 'owner.pid');

/** Returns whether a process runs. A zombie, which a container may never reap, does not count. */
export async function isRunning(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
  }
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/\) Z /.test(state);
}

/**
 * Claims the data folder for this process, so that two instances never share an embedded database.
 * @throws Error naming the process that holds it
 */
export async function claimFolder(home: string): Promise<void> {
  const holder = Number(await readFile(claimIn(home), 'utf8').catch(() => ''));
  if (holder && holder !== process.pid && (await isRunning(holder))) {
    throw new Error(
      `Process ${holder} uses the embedded database in ${home}. Stop it, set PASSERELLE_DATA to ` +
        `another folder, or set DATABASE_URL.`,
    );
  }
  await writeFile(claimIn(home), String(process.pid));
}

export async function releaseFolder(home: string): Promise<void> {
  await rm(claimIn(home), { force: true });
}
