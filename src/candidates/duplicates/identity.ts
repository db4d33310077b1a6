import type { Candidate } from '../candidate.entity.ts';
import { type NameForm, nameForms } from './name-forms.ts';

/** What tells who somebody is: nothing of what they can do or wish. */
export type Identity = Pick<
  Candidate,
  'givenName' | 'familyName' | 'birthOn' | 'nationalities' | 'residenceRegion' | 'email' | 'phone' | 'documents'
>; // prettier-ignore

const names = new WeakMap<Identity, readonly NameForm[]>();

/** The words of the whole name, read once for each record, since it is compared with many. */
export function nameOf(person: Identity): readonly NameForm[] {
  const known = names.get(person);
  if (known) return known;
  const { givenName, familyName } = person;
  const forms = nameForms(`${givenName ?? ''} ${familyName ?? ''}`);
  names.set(person, forms);
  return forms;
}

/** The digits that a number has with and without the code of its country; null for what is no number. */
export function plainPhone({ phone }: Identity): string | null {
  const digits = (phone ?? '').replace(/\D/g, '');
  return digits.length < 8 ? null : digits.slice(-8);
}

export function plainEmail({ email }: Identity): string | null {
  return email?.trim().toLowerCase() ?? null;
}

/** Who knows only the year of birth is recorded as born on its first day. */
export const isYearOnly = (date: string): boolean => date.endsWith('-01-01');
