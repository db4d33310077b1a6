import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { runTypescript } from './run-typescript.ts';

/**
 * Starts a file of test/processes as a process of its own, with `input` as JSON in its first
 * argument.
 */
export function startProcess(file: string, input: object): ChildProcess {
  const script = join(import.meta.dirname, '..', '..', 'processes', file);
  const words = ['--disable-warning=ExperimentalWarning', ...runTypescript, script];
  return spawn(process.execPath, [...words, JSON.stringify(input)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

/**
 * Starts a process that works on the open jobs of the database at `databaseUrl`, and waits until it
 * has begun.
 */
export async function startWorker(settings: {
  databaseUrl: string;
  queuePrefix: string;
  outbound?: 'any';
}): Promise<ChildProcess> {
  const redisUrl = process.env['REDIS_URL'] ?? null;
  const worker = startProcess('worker.ts', { matchingThreads: 0, redisUrl, ...settings });
  await addressOf(worker);
  return worker;
}

/** Ends the process with -9, and waits until it is gone. */
export async function killNow(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await gone;
}

/** Returns what the process wrote, once it has ended. Rejects if it failed. */
export async function outputOf(child: ChildProcess): Promise<string> {
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`The process ended with ${code}.`);
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Returns the address on which an API process listens, as soon as it reports it. Rejects if the
 * process ends before.
 */
export function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      const url = chunk
        .toString()
        .split('\n')
        .find((line) => line.startsWith('http'));
      if (url !== undefined) resolve(url);
    });
    child.once('exit', (code) => {
      reject(new Error(`The process ended with ${code}.`));
    });
  });
}
