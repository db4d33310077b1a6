import { cefrDimensions } from '../../reference/languages/levels-by-dimension.ts';
import type { LanguageFact, VacancyFacts } from '../facts.ts';
import { known, type Part, unknown } from './part.ts';

/** Levels count in sixtieths of the one asked, whole for every CEFR rank: they add up in any order. */
const SIXTIETHS = 60;
const BITS = 3;
const MASK = (1 << BITS) - 1;
const END = BITS * cefrDimensions.length;

/** What reachOf gives where nothing lacks. */
export const WHOLE_REACH = SIXTIETHS * cefrDimensions.length;

/** Own rank, then the one asked: sixtieths of it. */
const reaches = Uint8Array.from({ length: 1 << (2 * BITS) }, (_, at) => {
  const [own, asked] = [at >> BITS, at & MASK];
  return own >= asked ? SIXTIETHS : (own * SIXTIETHS) / asked;
});

/** How far the person's levels reach those asked, dimension by dimension; required and wished alike. */
export const languages: Part = (vacancy, candidate) => {
  const asked = askedIn(vacancy);
  if (asked.length === 0) return unknown('vacancy');
  if (candidate.languages.length === 0) return unknown('person');
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
  return known(value, `languages ${met} ${asked.length}`, lacks);
};

interface Asked extends LanguageFact {
  /** See packedRanks. */
  packed: number;
}

type Asking = Pick<VacancyFacts, 'requiredLanguages' | 'wishedLanguages'>;

/** Everybody is held against the same. */
const asking = new WeakMap<Asking, readonly Asked[]>();

function askedIn(vacancy: Asking): readonly Asked[] {
  const before = asking.get(vacancy);
  if (before) return before;
  const all = [...vacancy.requiredLanguages, ...vacancy.wishedLanguages];
  const asked = all.map((one) => ({ ...one, packed: packedRanks(one) }));
  asking.set(vacancy, asked);
  return asked;
}

/** The ranks of the dimensions in three bits each, the first one lowest. */
export function packedRanks({ rank, ranks }: Pick<LanguageFact, 'rank' | 'ranks'>): number {
  if (!ranks) return rank * 0o11111;
  return ranks.reduce((packed, one, at) => packed | (one << (BITS * at)), 0);
}

/** How far packed ranks reach those asked, 0 to WHOLE_REACH; ranks of 0 for a language not known. */
export function reachOf(own: number, asked: number): number {
  let sum = 0;
  for (let shift = 0; shift < END; shift += BITS) {
    const at = (((own >>> shift) & MASK) << BITS) | ((asked >>> shift) & MASK);
    sum += reaches[at] ?? 0;
  }
  return sum;
}

/** `fr:3` where every dimension lacks, else each that does: `fr:writing:3`. */
function lacksOf(own: number, { code, rank, packed }: Asked): string[] {
  const rankAt = (ranks: number, at: number): number => (ranks >>> (BITS * at)) & MASK;
  const isShort = (at: number): boolean => rankAt(own, at) < rankAt(packed, at);
  const short = [...cefrDimensions.keys()].filter(isShort);
  if (short.length === cefrDimensions.length) return [`${code}:${rank}`];
  return short.map((at) => `${code}:${cefrDimensions[at] ?? ''}:${rankAt(packed, at)}`);
}
