import type { StateFacts, VacancyFacts } from '../facts.ts';
import type { DealtWith } from '../facts/load-facts.ts';
import type { TrainedPerson } from '../facts/trained-people.queries.ts';
import type { Versions } from '../decision-versions.entity.ts';

/** What a decision on a vacancy needs besides the engine: plain data, to be passed to a thread. */
export interface Question {
  vacancy: VacancyFacts;
  /** The organisation of the vacancy. */
  organisationId: string;
  state: Omit<StateFacts, 'fitDomesticLeft'>;
  /** Countries whose nationals may be matched without Community preference, in a fixed order. */
  eligibleCountries: readonly string[];
  /** The candidates whom the employer has dealt with. */
  dealtWith: readonly DealtWith[];
  /**
   * The candidates whom lists name as trained abroad for the work. Vacancies for the same work
   * share the array.
   */
  trained: readonly TrainedPerson[];
  /** Ids of candidates found by the words of the title, if it has no code; else null. */
  foundByTitle: readonly string[] | null;
  /** When matches of the vacancy were last asked for. */
  askedAt: Date;
}

/** Vacancies that are decided on together. */
export interface Questions {
  vacancies: readonly Question[];
  versions: Versions;
}
