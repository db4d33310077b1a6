import type { EntityManager } from 'typeorm';
import { findPartnershipsInForce } from '../../partnerships/partnerships.queries.ts';
import { findCoveringQuotas } from '../../quotas/quotas.queries.ts';
import type { PartnershipFact, StateFacts, VacancyFacts } from '../facts.ts';
import type { Law } from '../law/law-rule.ts';
import { loadLaw } from '../law/law-rules.queries.ts';
import { findTrainedPeople, type TrainedPerson } from './trained-people.queries.ts';
import { loadLimits } from './load-limits.ts';
import { beginsOn, seatsNeeded } from './vacancy-facts.ts';

interface Moment {
  /** The date of the decision, in the state of the vacancy. */
  on: string;
  /** When matches of the vacancy were last asked for; null if never. */
  askedAt: Date | null;
}

/**
 * How much is known. `sequence`: the law up to its change of that number, everything else as it is
 * now. `asOf`: everything as it was at that moment.
 */
export type KnowledgeCutoff = { sequence: number } | { asOf: Date };

/** What applies in the states of some vacancies. Each database query runs once per instance. */
export class Circumstances {
  private readonly answers = new Map<string, Promise<unknown>>();
  private readonly asOf: Date | null;

  constructor(
    private readonly sql: EntityManager,
    private readonly known: KnowledgeCutoff,
  ) {
    this.asOf = 'asOf' in known ? known.asOf : null;
  }

  /**
   * Returns the facts of the vacancy's state. `nationalities`: those that candidates may have, ISO
   * 3166-1 alpha-2.
   */
  async stateFactsFor(
    vacancy: VacancyFacts,
    nationalities: readonly string[],
    { on, askedAt }: Moment,
  ): Promise<Omit<StateFacts, 'fitDomesticLeft'>> {
    const { sql, asOf } = this;
    const { state } = vacancy;
    const countries = nationalities.toSorted();
    // Exceptions and seats belong to the period in which the work begins, which may be next year.
    const where = { state, on, beginsOn: beginsOn(vacancy, on), askedAt, asOf };
    const need = seatsNeeded(vacancy, on);
    return {
      on,
      law: await this.law(state, on),
      partnerships: await this.partnerships(state, on),
      pressedSectors: await this.once('limits', [countries, where], () =>
        loadLimits(sql, countries, where),
      ),
      quotas: await this.once('quotas', need, () => findCoveringQuotas(sql, need, asOf)),
    };
  }

  /**
   * Returns the countries whose nationals may be matched without Community preference, in a state
   * on a date.
   */
  async eligibleCountries(state: string, on: string): Promise<string[]> {
    const partnerships = await this.partnerships(state, on);
    return eligibleCountriesOf({ law: await this.law(state, on), partnerships });
  }

  /** Returns the candidates that lists name as trained abroad for the work of a vacancy. */
  trained({ state, isco }: VacancyFacts, on: string): Promise<TrainedPerson[]> {
    const work = { state, isco, on };
    return this.once('trained', work, () => findTrainedPeople(this.sql, work));
  }

  private law(state: string, on: string): Promise<Law> {
    const { sql, known } = this;
    return this.once('law', [state, on], () => loadLaw(sql, state, on, known));
  }

  private partnerships(state: string, on: string): Promise<PartnershipFact[]> {
    return this.once('partnerships', [state, on], async () => {
      const found = await findPartnershipsInForce(this.sql, state, on, this.asOf);
      return found.map(({ id, partnerCountry, components, circularExemption }) => ({
        id,
        partnerCountry,
        components,
        circularExemption,
      }));
    });
  }

  private async once<T>(what: string, asked: object, answer: () => Promise<T>): Promise<T> {
    const key = JSON.stringify([what, asked]);
    const known = this.answers.get(key) ?? answer();
    this.answers.set(key, known);
    return known as Promise<T>;
  }
}

/**
 * Returns the countries whose nationals may be matched without Community preference: ISO 3166-1
 * alpha-2, sorted, each once.
 */
export function eligibleCountriesOf({
  law,
  partnerships,
}: Pick<StateFacts, 'law' | 'partnerships'>): string[] {
  const all = [
    ...law.association.flatMap(({ parameters }) => parameters.countries),
    ...partnerships.map(({ partnerCountry }) => partnerCountry),
  ];
  return [...new Set(all)].toSorted();
}
