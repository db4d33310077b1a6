import type { PersonalRight } from '../../candidates/formats/candidate-draft.ts';
import type { CandidateFacts } from '../facts.ts';

type Rights = Pick<CandidateFacts, 'nationalities' | 'residencePermits' | 'euFamilyMember'>;
type Person = Rights & { rights: readonly PersonalRight[] };

/**
 * Returns the nationalities and rights of residence that apply in a state on a date. Those without
 * dates always apply; those with dates apply only within them.
 */
export function rightsOn(person: Person, state: string, on: string): Rights {
  const { nationalities, residencePermits, euFamilyMember } = person;
  if (person.rights.length === 0) return { nationalities, residencePermits, euFamilyMember };
  const holds = (kind: PersonalRight['kind'], country: string): boolean => {
    const stated = person.rights.filter((right) => right.kind === kind);
    const dated =
      kind === 'family-member' ? stated : stated.filter((one) => one.country === country);
    return (
      dated.length === 0 ||
      dated.some(
        (right) =>
          (right.country === null || right.country === country) &&
          (right.fromOn ?? on) <= on &&
          on <= (right.untilOn ?? on),
      )
    );
  };
  return {
    nationalities: nationalities.filter((country) => holds('nationality', country)),
    residencePermits: residencePermits.filter((country) => holds('residence', country)),
    euFamilyMember: euFamilyMember && holds('family-member', state),
  };
}
