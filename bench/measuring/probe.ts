import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { INestApplication } from '@nestjs/common';
import type { DemoCaller } from '../../src/commands/demo/demo-caller.ts';
import { DemoCast } from '../../src/commands/demo/demo-cast.ts';
import { threadFile } from '../../src/platform/threads/run-in-thread.ts';
import { write } from './measure.ts';

const PAUSE_MS = 25;

/** Another agency, which reads one of its people and searches among them over and over. */
export class Probe {
  private readonly agency: DemoCaller;
  private readonly paths: readonly string[];
  private running = false;
  private round: Promise<number[]> = Promise.resolve([]);

  private constructor(agency: DemoCaller, paths: readonly string[]) {
    this.agency = agency;
    this.paths = paths;
  }

  static async of(app: INestApplication): Promise<Probe> {
    const agency = await new DemoCast(app, await app.getUrl()).the('agency', 'TN');
    const titles = ['welder', 'nurse', 'cook', 'plumber', 'driver'];
    let id = '';
    for (let number = 0; number < 50; number += 1) {
      const occupations = [{ title: titles[number % titles.length] }];
      const person = { reference: `P-${number}`, nationalities: ['TN'], occupations };
      ({ id } = await agency.post<{ id: string }>('/v1/candidates', person));
    }
    return new Probe(agency, [`/v1/candidates/${id}`, '/v1/candidates?q=welder']);
  }

  async during(name: string, milliseconds: number): Promise<void> {
    this.start();
    await sleep(milliseconds);
    await this.stop(name);
  }

  /**
   * Measures beside `threads` threads of this process that only compute. This is what any
   * background work costs.
   */
  async besideComputing(threads: number, milliseconds: number): Promise<void> {
    const file = threadFile('./computing.thread', import.meta.url);
    const workers = Array.from({ length: threads }, () => new Worker(file));
    await this.during(`beside ${threads} threads that only compute`, milliseconds);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  start(): void {
    this.running = true;
    this.round = this.ask();
  }

  async stop(name: string): Promise<void> {
    this.running = false;
    const times = (await this.round).toSorted((a, b) => a - b);
    const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
    write(
      `other requests ${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms of ${times.length} requests`,
    );
  }

  private async ask(): Promise<number[]> {
    const times: number[] = [];
    for (let number = 0; this.running; number += 1) {
      const startedAt = performance.now();
      await this.agency.get(this.paths[number % this.paths.length] ?? '');
      times.push(performance.now() - startedAt);
      await sleep(PAUSE_MS);
    }
    return times;
  }
}
