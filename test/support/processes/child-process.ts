import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { runTypescript } from './run-typescript.ts';

/** Starts a file of test/processes as a process of its own, with `input` as its first argument. */
export function startProcess(file: string, input: object): ChildProcess {
  const script = join(import.meta.dirname, '..', '..', 'processes', file);
  const words = ['--disable-warning=ExperimentalWarning', ...runTypescript, script];
  return spawn(process.execPath, [...words, JSON.stringify(input)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

/** A process that works on what waits in the database at `databaseUrl`, once it has begun. */
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

/** Ends the process with -9, and comes back when it is gone. */
export async function killNow(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await gone;
}

/** What the process wrote, once it ended; rejects when it failed. */
export async function outputOf(child: ChildProcess): Promise<string> {
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`The process ended with ${code}.`);
  return Buffer.concat(chunks).toString('utf8');
}

/** Where an API process listens, as soon as it says so; rejects when it ends before. */
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
