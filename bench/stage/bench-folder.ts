import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A new folder for all that a benchmark writes, the data of an embedded server too: where its account could
 * not enter, that would lie elsewhere and stay.
 */
export async function benchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-bench-'));
  await chmod(folder, 0o755);
  return folder;
}
