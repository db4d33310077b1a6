import {
  type Likeness,
  likenessOf,
  type LikenessReason,
  reasonFrom,
} from '../../platform/duplicates/scored-pair.ts';
import { foldWords } from '../../reference/fold-words.ts';
import { type Identity, isYearOnly, nameOf, plainEmail, plainPhone } from './identity.ts';
import { nameLikeness } from './name-likeness.ts';

/**
 * The weights of agreement and disagreement. Each is the base-2 logarithm of how much likelier it
 * is for one person than for two (Fellegi and Sunter, A Theory for Record Linkage, 1969). The
 * values are set by hand; docs/duplicates.md shows what they find.
 */
const identityWeights = {
  'name-same': 8,
  'name-near': 5,
  'name-partly': 0,
  'name-differs': -8,
  'birth-same': 10,
  'birth-same-year-only': 7,
  'birth-same-year': 3,
  'birth-day-and-month-swapped': 6,
  'birth-one-figure-differs': 5,
  'birth-differs': -6,
  'document-same': 14,
  'document-differs': -3,
  'email-same': 6,
  'phone-same': 5,
  'no-nationality-in-common': -3,
  'region-same': 1,
} as const;

/**
 * The score from which a pair is shown to the people who decide. A name and a date of birth reach
 * it together; neither does alone.
 */
export const IDENTITY_THRESHOLD = 13;

/** The least likeness of two names (`nameLikeness`) for each grade. */
const SAME_NAME = 0.92;
const NEAR_NAME = 0.8;
const PARTLY_NAME = 0.65;

const because = reasonFrom(identityWeights);

/** Scores how likely two records are one person, with the reasons. Pure and symmetric. */
export function scoreIdentities(one: Identity, other: Identity): Likeness {
  return likenessOf([
    ...names(one, other),
    ...births(one, other),
    ...documents(one, other),
    ...contacts(one, other),
    ...places(one, other),
  ]);
}

function names(one: Identity, other: Identity): LikenessReason[] {
  const [name, otherName] = [nameOf(one), nameOf(other)];
  if (name.length === 0 || otherName.length === 0) return [];
  const alike = nameLikeness(name, otherName);
  if (alike >= SAME_NAME) return [because('name-same')];
  if (alike >= NEAR_NAME) return [because('name-near')];
  return [because(alike >= PARTLY_NAME ? 'name-partly' : 'name-differs')];
}

function births({ birthOn: one }: Identity, { birthOn: other }: Identity): LikenessReason[] {
  if (one === null || other === null) return [];
  if (one === other) return [because(isYearOnly(one) ? 'birth-same-year-only' : 'birth-same')];
  const [year = '', month = '', day = ''] = one.split('-');
  if (other.startsWith(year) && (isYearOnly(one) || isYearOnly(other)))
    return [because('birth-same-year')];
  if (other === `${year}-${day}-${month}`) return [because('birth-day-and-month-swapped')];
  const wrong = [...one].filter((figure, at) => figure !== other[at]).length;
  return [because(wrong === 1 ? 'birth-one-figure-differs' : 'birth-differs')];
}

/** Documents are marks that begin with their kind; see `markDocuments`. */
function documents({ documents: one }: Identity, { documents: other }: Identity): LikenessReason[] {
  if (one.some((mark) => other.includes(mark))) return [because('document-same')];
  const kinds = new Set(one.map(kindOf));
  return other.some((mark) => kinds.has(kindOf(mark))) ? [because('document-differs')] : [];
}

const kindOf = (mark: string): string => mark.split(':')[0] ?? '';

function contacts(one: Identity, other: Identity): LikenessReason[] {
  const same = (a: string | null, b: string | null): boolean => a !== null && a === b;
  return [
    ...(same(plainEmail(one), plainEmail(other)) ? [because('email-same')] : []),
    ...(same(plainPhone(one), plainPhone(other)) ? [because('phone-same')] : []),
  ];
}

function places(one: Identity, other: Identity): LikenessReason[] {
  const isCommon = one.nationalities.some((country) => other.nationalities.includes(country));
  const [region, otherRegion] = [one, other].map(({ residenceRegion }) =>
    foldWords(residenceRegion ?? ''),
  );
  return [
    ...(isCommon ? [] : [because('no-nationality-in-common')]),
    ...(region !== '' && region === otherRegion ? [because('region-same')] : []),
  ];
}
