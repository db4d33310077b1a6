import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/new-id.ts';
import { getOne } from '../../platform/database/rows.ts';
import { currentTenant, ownOrganisation } from '../../platform/database/tenant.ts';
import { newestFirst, type Page, pageOf, type PageQuery } from '../../platform/http/paging.ts';
import { type Failure, describeFailure } from '../../platform/language/failure.ts';
import type { Language } from '../../platform/language/language.ts';
import { putJob } from '../../platform/queue/outbox.ts';
import { checkedDraft } from './checked-draft.ts';
import type { Drafter } from './draft.ts';
import { Simulation } from './simulation.entity.ts';
import type { SimulationDto, SimulationView } from './simulations.dto.ts';
import { simulationNotFound, simulationOver } from './simulations.errors.ts';

/** The only reason for which a simulation fails. */
const givenUp: Failure = {
  code: 'simulation-given-up',
  said: {
    en: 'The simulation failed because of an error on our side. Start another one.',
    fr: "La simulation a échoué en raison d'une erreur de notre côté. Lancez-en une autre.",
    es: 'La simulación ha fallado por un error nuestro. Inicie otra.',
    ar: 'تعذر إكمال المحاكاة بسبب خطأ من جانبنا. ابدأوا محاكاة أخرى.',
  },
};

/** What-if simulations: drafts that authorities try on the current data before they decide. */
@Injectable()
export class Simulations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts a simulation.
   *
   * @throws ProblemError 400 for a draft that is empty or not valid; 403 for what the caller may
   * not decide
   */
  async start(dto: SimulationDto): Promise<SimulationView> {
    const { role, country } = currentTenant();
    const drafter = { role, country } as Drafter;
    const id = newId();
    return this.database.transaction(async (sql) => {
      const draft = await checkedDraft(sql, drafter, dto, this.clock.today());
      const createdAt = this.clock.now();
      await sql.insert(Simulation, {
        id,
        organisationId: ownOrganisation(),
        status: 'waiting',
        draft,
        createdAt,
        done: 0,
      });
      await putJob(sql, 'simulation.started', { simulationId: id });
      return this.get(id);
    });
  }

  /** Returns simulations, newest first, with failures in the given language. */
  async list(query: PageQuery, language: Language): Promise<Page<SimulationView>> {
    const rows = await this.database.transaction((sql) => sql.find(Simulation, newestFirst(query)));
    return pageOf(
      rows.map((row) => viewOf(row, language)),
      query,
    );
  }

  /** @throws ProblemError 404 if the caller cannot see the simulation */
  async get(id: string, language: Language = 'en'): Promise<SimulationView> {
    const found = await this.database.transaction((sql) =>
      getOne(sql, Simulation, { id }, simulationNotFound),
    );
    return viewOf(found, language);
  }

  /**
   * Cancels a simulation. The job stops after its current vacancies.
   *
   * @throws ProblemError 404 if the caller cannot see the simulation; 409 if it has already ended
   */
  async cancel(id: string): Promise<SimulationView> {
    return this.database.transaction(async (sql) => {
      const { status } = await this.get(id);
      if (status === 'cancelled') return this.get(id);
      const open = In<Simulation['status']>(['waiting', 'running']);
      const over = { status: 'cancelled' as const, finishedAt: this.clock.now() };
      const { affected } = await sql.update(Simulation, { id, status: open }, over);
      if (!affected) throw simulationOver();
      return this.get(id);
    });
  }
}

function viewOf(simulation: Simulation, language: Language): SimulationView {
  const { total, done, status } = simulation;
  const percent = total ? Math.floor((100 * done) / total) : 0;
  return {
    ...simulation,
    percent: status === 'finished' ? 100 : percent,
    failure: status === 'failed' ? describeFailure(givenUp, language) : null,
  };
}
