import { afterEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { getPriority } from 'node:os';
import { lowerPriorityOf } from './lower-priority.ts';

const onLinux = existsSync('/proc/thread-self') ? it : it.skip;

describe('a process that gives way', () => {
  let other: ChildProcess;

  afterEach(() => void other.kill());

  onLinux(
    'runs behind others, by itself and as the group that Linux makes of a session',
    async () => {
      other = spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 60_000)'], {
        detached: true,
      });
      const id = other.pid ?? 0;
      await lowerPriorityOf(id);
      expect(getPriority(id)).toBe(10);
      const group = `/proc/${id}/autogroup`;
      if (existsSync(group)) expect(await readFile(group, 'utf8')).toMatch(/nice 10$/m);
    },
  );

  it('may have ended already', async () => {
    other = spawn(process.execPath, ['--version']);
    await new Promise((resolve) => other.once('exit', resolve));
    await expect(lowerPriorityOf(other.pid ?? 0)).resolves.toBeUndefined();
  });
});
