import type { StateFacts, VacancyFacts } from '../facts.ts';
import type { Settled } from '../facts/load-facts.ts';
import type { TrainedPerson } from '../facts/trained-people.queries.ts';
import type { Versions } from '../decision-versions.entity.ts';

/** What deciding on a vacancy takes besides the engine: plain data, so that a thread can be asked. */
export interface Question {
  vacancy: VacancyFacts;
  /** Whose vacancy it is. */
  organisationId: string;
  state: Omit<StateFacts, 'fitDomesticLeft'>;
  /** Whose nationals may be matched without Community preference, in a fixed order. */
  countries: readonly string[];
  /** Whom the employer has dealt with. */
  dealtWith: readonly Settled[];
  /** Whom lists trained abroad for the work; one array for all vacancies alike. */
  trained: readonly TrainedPerson[];
  /** Whom the words of its title bring up, where it has no code; null otherwise. */
  byWords: readonly string[] | null;
  /** When somebody last asked for matches of the vacancy. */
  askedAt: Date;
}

/** Vacancies that are decided on together. */
export interface Questions {
  vacancies: readonly Question[];
  versions: Versions;
}
