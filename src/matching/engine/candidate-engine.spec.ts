import { beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FixedClock } from '../../platform/clock/clock.ts';
import { OccupationGraph } from '../../reference/occupation-graph.ts';
import type { OccupationCatalogue } from '../../reference/occupation-catalogue.service.ts';
import { CandidateEngine } from './candidate-engine.ts';
import { each } from './engine.builders.ts';
import type { EngineLoader } from './engine-loader.service.ts';
import { EngineState } from './engine-state.ts';

const catalogue = { version: () => Promise.resolve('none') } as unknown as OccupationCatalogue;

/** Makes a database that reports these changed candidates. */
function databaseWith(ids: string[]): EntityManager {
  const query = (statement: string): Promise<unknown[]> =>
    Promise.resolve(statement.includes('candidate_change') ? [{ ids, seen: '8' }] : []);
  return { query } as unknown as EntityManager;
}

describe('the engine', () => {
  const clock = new FixedClock(new Date('2026-06-15T09:00:00Z'));
  let loaded: string[];
  let mayLoad: Promise<unknown>;
  const load: EngineLoader['load'] = async (on) => {
    loaded.push(on);
    await mayLoad;
    const basis = { on, reference: 'none', esco: OccupationGraph.empty, seen: '7' };
    return EngineState.from(each([]), basis);
  };
  let engine: CandidateEngine;
  const current = (): Promise<EngineState> => engine.current(databaseWith([]));
  const meanwhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

  beforeEach(() => {
    clock.moveTo(new Date('2026-06-15T09:00:00Z'));
    [loaded, mayLoad] = [[], Promise.resolve()];
    engine = new CandidateEngine({ load } as unknown as EngineLoader, catalogue, clock);
  });

  it('is loaded once for all simultaneous callers', async () => {
    const [one, other] = await Promise.all([current(), current()]);
    expect(one).toBe(other);
    expect(loaded).toEqual(['2026-06-15']);
  });

  it('has the coming day ready when it begins', async () => {
    await current();
    clock.moveTo(new Date('2026-06-15T23:31:00Z'));
    let release = (): void => undefined;
    mayLoad = new Promise<void>((resolve) => (release = resolve));
    expect((await current()).on).toBe('2026-06-15');
    expect((await current()).on).toBe('2026-06-15');
    release();
    await meanwhile();
    expect((await current()).on).toBe('2026-06-15');
    clock.moveTo(new Date('2026-06-16T00:00:01Z'));
    mayLoad = new Promise(() => undefined);
    expect((await current()).on).toBe('2026-06-16');
    expect(loaded).toEqual(['2026-06-15', '2026-06-16']);
  });

  it('follows a few changes, is rebuilt in the background after many, and before answering after too many', async () => {
    const ids = (count: number): string[] =>
      Array.from(
        { length: count },
        (_, at) => `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
      );
    const first = await current();
    expect(await engine.current(databaseWith(ids(3)))).toBe(first);
    expect(first.changes).toBe(3);
    expect(await engine.current(databaseWith(ids(5_001)))).toBe(first);
    await meanwhile();
    expect(loaded).toHaveLength(2);
    const second = await current();
    expect(second).not.toBe(first);
    expect(await engine.current(databaseWith(ids(20_001)))).not.toBe(second);
    expect(loaded).toHaveLength(3);
  });

  it('keeps what it has if a new state cannot be made, and tries again', async () => {
    const first = await current();
    clock.moveTo(new Date('2026-06-15T23:45:00Z'));
    Logger.overrideLogger(false); // it warns
    mayLoad = Promise.reject(new Error('no database'));
    expect(await current()).toBe(first);
    await meanwhile();
    mayLoad = Promise.resolve();
    expect(await current()).toBe(first);
    await meanwhile();
    expect(loaded).toEqual(['2026-06-15', '2026-06-16', '2026-06-16']);
  });
});
