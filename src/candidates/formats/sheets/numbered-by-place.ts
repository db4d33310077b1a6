import { saysLevels } from '../cells/cell-languages.ts';
import { type HeaderMapping, type HeaderWords, meaningOf } from '../headers/header-meaning.ts';
import { isLevel, isYears, numberBehind } from '../headers/numbered-columns.ts';
import { educationMeant } from '../cells/said-levels.ts';
import { findMode, isMode } from '../headers/language-modes.ts';

/** A kind of column that occurs once per value, and the kind of column behind each of them. */
interface Kind {
  isLead: (meant: HeaderMapping) => boolean;
  isBehind: (header: string) => boolean;
  /** Whether a header may come between the two. */
  isBetween: (header: string) => boolean;
  /**
   * How a single column behind a single lead is read. `its`: as the lead's. `by cells`: as the
   * cells decide. `first`: unnumbered, for the first value.
   */
  alone: 'its' | 'by cells' | 'first';
}

const isLanguage = ({ column, native, language }: HeaderMapping): boolean =>
  column === 'languages' && !native && !language;

const never = (): boolean => false;

const kinds: readonly Kind[] = [
  { isLead: isLanguage, isBehind: isLevel, isBetween: never, alone: 'by cells' },
  ...(['heard', 'read', 'spoken', 'written'] as const).map((mode): Kind => ({
    isLead: isLanguage,
    isBehind: (header) => findMode(header)?.mode === mode,
    isBetween: isMode,
    alone: 'its',
  })),
  {
    isLead: ({ column, ofCodes }) => column === 'occupation' && !ofCodes,
    isBehind: isYears,
    isBetween: never,
    alone: 'first',
  },
];

/** A column of one kind. */
interface Place {
  at: number;
  header: string;
  isLead: boolean;
  number: number | null;
}

/**
 * Returns the names of columns with numbers added to those that follow what they belong to.
 * `Langue 1`, `Niveau`, `Langue 2`, `Niveau` becomes `Langue 1`, `Niveau 1`, `Langue 2`,
 * `Niveau 2`. The same holds for the `Niveau.1` and `Niveau2` of programs that tell equal names
 * apart. `first` are the cells of the first rows; they tell whether a single `Niveau` behind a
 * single `Langue` is a level of education.
 */
export function numberedByPlace(
  columns: readonly string[],
  words: HeaderWords,
  first: readonly (readonly string[])[],
): string[] {
  const meant = columns.map((header) => meaningOf(header, words));
  const named = [...columns];
  for (const kind of kinds) {
    const places = placesOf(kind, meant);
    const pairs = pairsOf(places, (at) => kind.isBetween(columns[at] ?? ''));
    const only = pairs.length === 1 ? pairs[0] : undefined;
    if (only && !isSurelyOf(only, kind, { meant, first })) continue;
    const numbers = numbersOf(places.filter(({ isLead }) => isLead));
    for (const [lead, behind] of pairs) {
      const number = numbers.get(lead) ?? 1;
      if (lead.number !== number) named[lead.at] = withNumber(lead.header, number);
      if (behind.number !== number) named[behind.at] = withNumber(behind.header, number);
    }
  }
  return named;
}

function placesOf({ isLead, isBehind }: Kind, meant: readonly HeaderMapping[]): Place[] {
  return meant.flatMap((one, at): Place[] => {
    const { header, how } = one;
    const { name = header, number = null } = numberBehind(header) ?? {};
    // The meaning that an agency gave to a name holds for that name alone.
    if (how === 'chosen' && number === null) return [];
    if (isLead(one)) return [{ at, header, number, isLead: true }];
    return isBehind(name) && how !== 'chosen' ? [{ at, header, number, isLead: false }] : [];
  });
}

type Pair = readonly [lead: Place, behind: Place];

/**
 * Returns each column with the one that it follows. Empty if their own numbers say it, or their
 * places do not.
 */
function pairsOf(places: readonly Place[], isBetween: (at: number) => boolean): Pair[] {
  const leads = places.filter(({ isLead }) => isLead);
  const leadOf = ({ at }: Place): Place | undefined => {
    let before = at - 1;
    while (before > 0 && isBetween(before)) before -= 1;
    return leads.find((lead) => lead.at === before);
  };
  const isNext = (one: Place): boolean => leadOf(one) !== undefined;
  // A `Niveau` elsewhere is a level of education.
  const behind = places.filter((one) => !one.isLead && (one.number !== null || isNext(one)));
  if (behind.every(({ number }) => number !== null)) return [];
  if (behind.every(isNext))
    return behind.flatMap((one) => {
      const lead = leadOf(one);
      return lead ? [[lead, one] as const] : [];
    });
  const isBlock =
    leads.length === behind.length &&
    behind.every(({ at }, index) => at === (leads.at(-1)?.at ?? 0) + 1 + index);
  return isBlock ? leads.map((lead, index) => [lead, behind[index] as Place] as const) : [];
}

/**
 * Returns whether a single pair belongs together. Years behind a single title belong to the first
 * one anyway. A level behind a single language may be one of education, if its header may mean that
 * and its cells hold no level of a language.
 */
function isSurelyOf(
  [lead, behind]: Pair,
  kind: Kind,
  { meant, first }: { meant: readonly HeaderMapping[]; first: readonly (readonly string[])[] },
): boolean {
  if (kind.alone !== 'by cells') return kind.alone === 'its';
  if (lead.number !== null || meant[behind.at]?.column === null) return true;
  const cells = first.map((row) => row[behind.at] ?? '').filter(Boolean);
  return cells.some(saysLevels) && !cells.some((cell) => educationMeant(cell) !== null);
}

/** Returns the leads' own numbers if each has a different one, or else their order. */
function numbersOf(leads: readonly Place[]): ReadonlyMap<Place, number> {
  const own = new Set(leads.map(({ number }) => number));
  const isOwn = own.size === leads.length && !own.has(null);
  return new Map(leads.map((lead, index) => [lead, (isOwn && lead.number) || index + 1]));
}

/** Puts the number before a note in brackets: `Niveau 2 (CECR)`. */
function withNumber(header: string, number: number): string {
  const bare = header.replace(/[\s._]*(?:\(\d+\)|\d+)$/, '');
  return /\s*[([]/.test(bare) ? bare.replace(/\s*(?=[([])/, ` ${number} `) : `${bare} ${number}`;
}
