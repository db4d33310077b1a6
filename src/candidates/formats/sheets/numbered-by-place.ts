import { saysLevels } from '../cells/cell-languages.ts';
import { type HeaderMapping, type HeaderWords, meaningOf } from '../headers/header-meaning.ts';
import { isLevel, isYears, numberBehind } from '../headers/numbered-columns.ts';
import { educationMeant } from '../cells/said-levels.ts';
import { findMode, isMode } from '../headers/language-modes.ts';

/** What is named once for each of several values, and what stands behind each of them. */
interface Kind {
  isLead: (meant: HeaderMapping) => boolean;
  isBehind: (header: string) => boolean;
  /** Of what may stand between the two. */
  isBetween: (header: string) => boolean;
  /** What one alone behind one alone is of: `first` is what is read where nothing is numbered. */
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
 * The names of columns, where each of several stands behind what it is of, with the number of that: `Langue 1`, `Niveau`, `Langue 2`,
 * `Niveau` is `Langue 1`, `Niveau 1`, `Langue 2`, `Niveau 2`. So it is for the `Niveau.1` and `Niveau2` of programs that tell names apart. `first`:
 * cells of the first rows, by which a single `Niveau` behind a single `Langue` is told from a level of education.
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
    // What the agency has said of a name holds for that name alone.
    if (how === 'chosen' && number === null) return [];
    if (isLead(one)) return [{ at, header, number, isLead: true }];
    return isBehind(name) && how !== 'chosen' ? [{ at, header, number, isLead: false }] : [];
  });
}

type Pair = readonly [lead: Place, behind: Place];

/** Each column with what it stands behind; none where their own numbers say it, or their places do not. */
function pairsOf(places: readonly Place[], isBetween: (at: number) => boolean): Pair[] {
  const leads = places.filter(({ isLead }) => isLead);
  const leadOf = ({ at }: Place): Place | undefined => {
    let before = at - 1;
    while (before > 0 && isBetween(before)) before -= 1;
    return leads.find((lead) => lead.at === before);
  };
  const isNext = (one: Place): boolean => leadOf(one) !== undefined;
  // A `Niveau` that stands elsewhere is one of education.
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
 * Years behind one title alone are those of the first; a level behind one language may be of education, where its name is one of
 * that and what stands under it says no level of a language.
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

/** Their own numbers where each has one of its own, else their order. */
function numbersOf(leads: readonly Place[]): ReadonlyMap<Place, number> {
  const own = new Set(leads.map(({ number }) => number));
  const isOwn = own.size === leads.length && !own.has(null);
  return new Map(leads.map((lead, index) => [lead, (isOwn && lead.number) || index + 1]));
}

/** Before a note in brackets: `Niveau 2 (CECR)`. */
function withNumber(header: string, number: number): string {
  const bare = header.replace(/[\s._]*(?:\(\d+\)|\d+)$/, '');
  return /\s*[([]/.test(bare) ? bare.replace(/\s*(?=[([])/, ` ${number} `) : `${bare} ${number}`;
}
