import { describe, it } from '@jest/globals';
import { describeJobSystem } from './job-system.contract.ts';

const url = process.env['REDIS_URL'];

if (url) describeJobSystem('Redis', url);
else {
  describe('jobs on Redis', () => {
    it.skip('needs a server: set REDIS_URL', () => undefined);
  });
}
