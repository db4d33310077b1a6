import { cefrDimensions } from '../../reference/languages/levels-by-dimension.ts';
import type { LanguageFact, VacancyFacts } from '../facts.ts';
import { knownValue, type Part, unknownValue } from './part.ts';

/**
 * Levels count in sixtieths of the one asked for. These are whole numbers for all CEFR ranks, so
 * their sums do not depend on the order.
 */
const SIXTIETHS = 60;
const BITS = 3;
const MASK = (1 << BITS) - 1;
const END = BITS * cefrDimensions.length;

/** What reachOf returns if every dimension reaches its level. */
export const WHOLE_REACH = SIXTIETHS * cefrDimensions.length;

/** The sixtieths, indexed by own rank, then the rank asked for. */
const reaches = Uint8Array.from({ length: 1 << (2 * BITS) }, (_, at) => {
  const [own, asked] = [at >> BITS, at & MASK];
  return own >= asked ? SIXTIETHS : (own * SIXTIETHS) / asked;
});

/**
 * Scores how far the candidate's levels reach those asked for, by dimension. Required and
 * wished-for languages count alike.
 */
export const languages: Part = (vacancy, candidate) => {
  const asked = askedIn(vacancy);
  if (asked.length === 0) return unknownValue('vacancy');
  if (candidate.languages.length === 0) return unknownValue('person');
  let [reached, met] = [0, 0];
  const lacks: string[] = [];
  for (const one of asked) {
    const own = candidate.languages.find(({ code }) => code === one.code);
    const ranks = own ? packedRanks(own) : 0;
    const reach = reachOf(ranks, one.packed);
    reached += reach;
    if (reach === WHOLE_REACH) met += 1;
    else lacks.push(...lacksOf(ranks, one));
  }
  const value = reached / (WHOLE_REACH * asked.length);
  return knownValue(value, `languages ${met} ${asked.length}`, lacks);
};

interface Asked extends LanguageFact {
  /** See packedRanks. */
  packed: number;
}

type Asking = Pick<VacancyFacts, 'requiredLanguages' | 'wishedLanguages'>;

/** The languages asked for, by vacancy: they are the same for all candidates. */
const asking = new WeakMap<Asking, readonly Asked[]>();

function askedIn(vacancy: Asking): readonly Asked[] {
  const before = asking.get(vacancy);
  if (before) return before;
  const all = [...vacancy.requiredLanguages, ...vacancy.wishedLanguages];
  const asked = all.map((one) => ({ ...one, packed: packedRanks(one) }));
  asking.set(vacancy, asked);
  return asked;
}

/** Returns the ranks of the dimensions, three bits each, the first in the lowest bits. */
export function packedRanks({ rank, ranks }: Pick<LanguageFact, 'rank' | 'ranks'>): number {
  if (!ranks) return rank * 0o11111;
  return ranks.reduce((packed, one, at) => packed | (one << (BITS * at)), 0);
}

/**
 * Returns how far packed ranks reach those asked for, 0 to WHOLE_REACH. Pass 0 for an unknown
 * language.
 */
export function reachOf(own: number, asked: number): number {
  let sum = 0;
  for (let shift = 0; shift < END; shift += BITS) {
    const at = (((own >>> shift) & MASK) << BITS) | ((asked >>> shift) & MASK);
    sum += reaches[at] ?? 0;
  }
  return sum;
}

/**
 * Returns `fr:3` if every dimension falls short, else one such as `fr:writing:3` for each that
 * does.
 */
function lacksOf(own: number, { code, rank, packed }: Asked): string[] {
  const rankAt = (ranks: number, at: number): number => (ranks >>> (BITS * at)) & MASK;
  const isShort = (at: number): boolean => rankAt(own, at) < rankAt(packed, at);
  const short = [...cefrDimensions.keys()].filter(isShort);
  if (short.length === cefrDimensions.length) return [`${code}:${rank}`];
  return short.map((at) => `${code}:${cefrDimensions[at] ?? ''}:${rankAt(packed, at)}`);
}
