import {
  type Likeness,
  likenessOf,
  type LikenessReason,
  reasonFrom,
} from '../../platform/duplicates/scored-pair.ts';
import { likeness } from '../../platform/language/likeness.ts';
import { plainEmployer } from './employer-name.ts';
import { issuedBy, type Opening } from './opening.ts';
import { plainPlaces } from './plain-places.ts';
import { plainTitles } from './plain-titles.ts';

/**
 * The weight of each agreement and disagreement, on the scale used for candidates
 * (score-identities.ts). Set by hand.
 */
const openingWeights = {
  'document-same': 16,
  'legal-id-same': 6,
  'legal-id-differs': -4,
  'employer-same': 5,
  'employer-near': 3,
  'employer-unknown': -3,
  'employer-differs': -7,
  'occupation-same': 3,
  'occupation-differs': -5,
  'place-same': 3,
  'place-differs': -5,
  'title-same': 5,
  'title-near': 3,
  'title-differs': -4,
  'text-same': 4,
  'start-same': 2,
  'start-differs': -3,
  'positions-same': 1,
  'positions-differ': -1,
  'schedule-differs': -3,
} as const;

/**
 * The least total at which a pair is shown. The same employer, work and place with a similar title
 * reach it.
 */
export const OPENING_THRESHOLD = 13;

/** How alike two texts must be (likeness). */
const SAME_TITLE = 0.95;
const NEAR_TITLE = 0.7;
const OTHER_TITLE = 0.45;
const NEAR_EMPLOYER = 0.8;

const because = reasonFrom(openingWeights);

/**
 * Returns how likely it is that two vacancies are for one opening, and why. Pure; the order of the
 * two does not matter.
 */
export function scoreOpenings(one: Opening, other: Opening): Likeness {
  const [document, otherDocument] = [issuedBy(one), issuedBy(other)];
  return likenessOf([
    ...(document !== null && document === otherDocument ? [because('document-same')] : []),
    ...employers(one, other),
    ...work(one, other),
    ...titles(one, other),
    ...terms(one, other),
  ]);
}

function employers(one: Opening, other: Opening): LikenessReason[] {
  const [legal, otherLegal] = [one.employerLegalId, other.employerLegalId];
  const reasons =
    legal === null || otherLegal === null
      ? []
      : [because(legal === otherLegal ? 'legal-id-same' : 'legal-id-differs')];
  const [name, otherName] = [plainEmployer(one.employerName), plainEmployer(other.employerName)];
  if (name === '' || otherName === '') return [...reasons, because('employer-unknown')];
  if (name === otherName) return [...reasons, because('employer-same')];
  const near = likeness(name, otherName) >= NEAR_EMPLOYER;
  return [...reasons, because(near ? 'employer-near' : 'employer-differs')];
}

function work(one: Opening, other: Opening): LikenessReason[] {
  const places = plainPlaces(one);
  const otherPlaces = plainPlaces(other);
  const isNear = places.some((place) => otherPlaces.includes(place));
  const isTold = places.length > 0 && otherPlaces.length > 0;
  return [
    ...(isNear ? [because('place-same')] : isTold ? [because('place-differs')] : []),
    ...occupations(one.isco, other.isco),
  ];
}

function occupations(one: readonly string[], other: readonly string[]): LikenessReason[] {
  if (one.length === 0 || other.length === 0) return [];
  if (one.some((code) => other.includes(code))) return [because('occupation-same')];
  const kinds = one.map((code) => code.slice(0, 3));
  return other.some((code) => kinds.includes(code.slice(0, 3)))
    ? []
    : [because('occupation-differs')];
}

function titles(one: Opening, other: Opening): LikenessReason[] {
  const reasons = one.text !== null && one.text === other.text ? [because('text-same')] : [];
  const alike = titleLikeness(one, other);
  if (alike === null) return reasons;
  if (alike >= SAME_TITLE) return [...reasons, because('title-same')];
  if (alike >= NEAR_TITLE) return [...reasons, because('title-near')];
  return alike < OTHER_TITLE ? [...reasons, because('title-differs')] : reasons;
}

/**
 * Returns the likeness in the language in which the titles are most alike, or null if they share no
 * language.
 */
function titleLikeness(one: Opening, other: Opening): number | null {
  const others = plainTitles(other);
  const each = [...plainTitles(one)].flatMap(([language, title]) => {
    const otherTitle = others.get(language);
    return otherTitle === undefined ? [] : [likeness(title, otherTitle)];
  });
  return each.length === 0 ? null : Math.max(...each);
}

function terms(one: Opening, other: Opening): LikenessReason[] {
  const [starts, otherStarts] = [one.startsOn, other.startsOn];
  const [schedule, otherSchedule] = [one.schedule, other.schedule];
  const start =
    starts === null || otherStarts === null
      ? []
      : [because(starts === otherStarts ? 'start-same' : 'start-differs')];
  const isOtherwise = schedule !== null && otherSchedule !== null && schedule !== otherSchedule;
  return [
    ...start,
    because(one.positions === other.positions ? 'positions-same' : 'positions-differ'),
    ...(isOtherwise ? [because('schedule-differs')] : []),
  ];
}
