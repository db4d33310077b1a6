import { Redis } from 'ioredis';
import { reasonOf } from '../observability/reason-of.ts';

/**
 * Refuses a Redis that cannot be reached, or may drop jobs when memory runs short (guarantee G14).
 * @throws Error naming the setting and how to correct it
 */
export async function assertKeepsJobs(url: string): Promise<void> {
  const policy = await evictionPolicy(url);
  if (policy === 'noeviction') return;
  throw new Error(
    `Redis at REDIS_URL may drop jobs, as its maxmemory-policy is ${policy}. Set it to noeviction.`,
  );
}

/** Reads the policy from INFO, which servers that others manage allow where they forbid CONFIG. */
async function evictionPolicy(url: string): Promise<string> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1 });
  let reason: unknown;
  // `connect` rejects with "Connection is closed." whatever the reason was.
  redis.on('error', (error) => (reason = error));
  try {
    await redis.connect();
    const memory = await redis.info('memory');
    return /^maxmemory_policy:(\S+)/m.exec(memory)?.[1] ?? 'unknown';
  } catch (error) {
    throw new Error(`Redis at REDIS_URL cannot be used: ${reasonOf(reason ?? error)}`, {
      cause: error,
    });
  } finally {
    redis.disconnect();
  }
}
