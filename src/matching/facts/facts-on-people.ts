import type { CandidateFacts } from '../facts.ts';
import { candidateFactsOf } from './candidate-facts.ts';
import type { KnownPerson } from './known-person.ts';

/** The facts on candidates, cached for one state and date at a time. */
export class FactsOnPeople {
  private known = new WeakMap<KnownPerson, CandidateFacts>();
  private of = '';

  /** Returns the facts on a candidate; see candidateFactsOf. */
  for(person: KnownPerson, state: string, on: string): CandidateFacts {
    const where = `${state} ${on}`;
    if (where !== this.of) this.known = new WeakMap();
    this.of = where;
    const before = this.known.get(person);
    if (before) return before;
    const facts = candidateFactsOf(person, state, on);
    this.known.set(person, facts);
    return facts;
  }
}
