import { Redis } from 'ioredis';

/**
 * Refuses a Redis that may drop jobs when memory runs short (guarantee G14).
 * @throws Error naming the setting and how to correct it
 */
export async function assertKeepsJobs(url: string): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1 });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const [, policy] = (await redis.config('GET', 'maxmemory-policy')) as string[];
    if (policy === 'noeviction') return;
    throw new Error(
      `Redis may drop jobs: its maxmemory-policy is ${policy ?? 'unknown'}. Set it to noeviction.`,
    );
  } finally {
    redis.disconnect();
  }
}
