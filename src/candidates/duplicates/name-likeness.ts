import { likeness } from '../../platform/language/likeness.ts';
import type { NameForm } from './name-forms.ts';

/** The share of the consonants in the likeness of two words that both have vowels. */
const CONSONANTS = 0.6;

/** The cost of each word of the longer name that the shorter lacks, as a share of one word. */
const LEFT_OVER = 0.15;

/**
 * Returns how alike two names are, from 0 to 1. The order of the words does not count, so swapped
 * given and family names are alike. Returns 0 if either name has no word.
 */
export function nameLikeness(one: readonly NameForm[], other: readonly NameForm[]): number {
  const [shorter, longer] = one.length > other.length ? [other, one] : [one, other];
  if (shorter.length === 0) return 0;
  const left = [...longer];
  const likenesses = shorter.map((form) => takeNearest(form, left));
  const sum = likenesses.reduce((total, each) => total + each, 0);
  return Math.max(0, (sum - left.length * LEFT_OVER) / shorter.length);
}

/** Removes the word nearest to `form` from `left`, and returns its likeness from 0 to 1. */
function takeNearest(form: NameForm, left: NameForm[]): number {
  const likenesses = left.map((other) => wordLikeness(form, other));
  const best = Math.max(...likenesses);
  left.splice(likenesses.indexOf(best), 1);
  return best;
}

function wordLikeness(one: NameForm, other: NameForm): number {
  const consonants = likeness(one.skeleton, other.skeleton);
  if (one.spoken === null || other.spoken === null) return consonants;
  return CONSONANTS * consonants + (1 - CONSONANTS) * likeness(one.spoken, other.spoken);
}
