import {
  type CefrDimension,
  cefrDimensions,
} from '../../reference/languages/levels-by-dimension.ts';
import type { LanguageFact } from '../facts.ts';
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
export const languages: Part = ({ requiredLanguages, wishedLanguages }, candidate) => {
  const asked = [...requiredLanguages, ...wishedLanguages];
  if (asked.length === 0) return unknown('vacancy');
  if (candidate.languages.length === 0) return unknown('person');
  const ranksIn = (code: string): number => {
    const own = candidate.languages.find((language) => language.code === code);
    return own ? packedRanks(own) : 0;
  };
  const told = asked.map((one) => {
    const [own, wanted] = [ranksIn(one.code), packedRanks(one)];
    return { ...one, reach: reachOf(own, wanted), short: shortIn(own, wanted) };
  });
  const reached = told.reduce((sum, { reach }) => sum + reach, 0);
  const met = told.filter(({ reach }) => reach === WHOLE_REACH).length;
  return known(
    reached / (WHOLE_REACH * asked.length),
    `languages ${met} ${asked.length}`,
    told.flatMap(lacksOf),
  );
};

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

interface Reached extends LanguageFact {
  /** The dimensions in which the person does not have the level asked. */
  short: readonly CefrDimension[];
}

function shortIn(own: number, asked: number): CefrDimension[] {
  const rankAt = (packed: number, at: number): number => (packed >>> (BITS * at)) & MASK;
  return cefrDimensions.filter((_, at) => rankAt(own, at) < rankAt(asked, at));
}

function isPartly({ short }: Reached): boolean {
  return short.length > 0 && short.length < cefrDimensions.length;
}

/** `fr:3` where every dimension lacks, else each that does: `fr:writing:3`. */
function lacksOf(one: Reached): string[] {
  const { code, rank, ranks, short } = one;
  if (!isPartly(one)) return short.length > 0 ? [`${code}:${rank}`] : [];
  return short.map((name) => `${code}:${name}:${ranks?.[cefrDimensions.indexOf(name)] ?? rank}`);
}
