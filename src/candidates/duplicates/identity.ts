import type { Candidate } from '../candidate.entity.ts';
import { type NameForm, nameForms } from './name-forms.ts';

/** The fields that identify a candidate; none that says what they can do or wish for. */
export type Identity = Pick<
  Candidate,
  'givenName' | 'familyName' | 'birthOn' | 'nationalities' | 'residenceRegion' | 'email' | 'phone' | 'documents'
>; // prettier-ignore

const names = new WeakMap<Identity, readonly NameForm[]>();

/**
 * Returns the words of the whole name. The name is read once per record, as a record is compared
 * with many.
 */
export function nameOf(person: Identity): readonly NameForm[] {
  const known = names.get(person);
  if (known) return known;
  const { givenName, familyName } = person;
  const forms = nameForms(`${givenName ?? ''} ${familyName ?? ''}`);
  names.set(person, forms);
  return forms;
}

/**
 * Returns the last 8 digits of the telephone number, which are the same with and without the
 * country code. Returns null for fewer than 8 digits.
 */
export function plainPhone({ phone }: Identity): string | null {
  const digits = (phone ?? '').replace(/\D/g, '');
  return digits.length < 8 ? null : digits.slice(-8);
}

/** Returns the e-mail address trimmed and in lower case; null for none. */
export function plainEmail({ email }: Identity): string | null {
  return email?.trim().toLowerCase() ?? null;
}

/**
 * Returns whether the date (`yyyy-mm-dd`) is 1 January. A person whose year of birth alone is known
 * is recorded with it.
 */
export const isYearOnly = (date: string): boolean => date.endsWith('-01-01');
