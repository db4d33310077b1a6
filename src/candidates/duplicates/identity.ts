import type { Candidate } from '../candidate.entity.ts';

/** What tells who somebody is: nothing of what they can do or wish. */
export type Identity = Pick<
  Candidate,
  'givenName' | 'familyName' | 'birthOn' | 'nationalities' | 'residenceRegion' | 'email' | 'phone' | 'documents'
>; // prettier-ignore

export function wholeName({ givenName, familyName }: Identity): string {
  return `${givenName ?? ''} ${familyName ?? ''}`.trim();
}

/** The digits that a number has with and without the code of its country; null for what is no number. */
export function plainPhone({ phone }: Identity): string | null {
  const digits = (phone ?? '').replace(/\D/g, '');
  return digits.length < 8 ? null : digits.slice(-8);
}

export function plainEmail({ email }: Identity): string | null {
  return email?.trim().toLowerCase() ?? null;
}
