import { likeness } from '../../platform/language/likeness.ts';
import type { NameForm } from './name-forms.ts';

/** Of the likeness of two words that both have vowels, so much comes from their consonants. */
const CONSONANTS = 0.6;

/** What each word of the longer name costs that the shorter does not have, as a share of one word. */
const LEFT_OVER = 0.15;

/**
 * How alike two names are, 0 to 1, in whatever order their words are, so that given and family names
 * that were swapped are the same; 0 where either has no word.
 */
export function nameLikeness(one: readonly NameForm[], other: readonly NameForm[]): number {
  const [shorter, longer] = one.length > other.length ? [other, one] : [one, other];
  if (shorter.length === 0) return 0;
  const left = [...longer];
  const likenesses = shorter.map((form) => takeNearest(form, left));
  const sum = likenesses.reduce((total, each) => total + each, 0);
  return Math.max(0, (sum - left.length * LEFT_OVER) / shorter.length);
}

/** The word nearest to `form` is taken out of `left`. */
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
