import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes a new folder for everything a benchmark writes, including the data of an embedded server.
 * Other accounts may enter it: if the server's account could not, its data would lie elsewhere and
 * stay.
 */
export async function benchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-bench-'));
  await chmod(folder, 0o755);
  return folder;
}
