/** The most characters of a format that Excel accepts ([MS-XLS] 2.4.126). */
const LONGEST = 255;

/**
 * Matches one part of a format ([ECMA-376] part 1, 18.8.31): a text in quotes or behind `\`, the
 * room of another letter, a filler, a currency, a colour or language, or one mark.
 */
const parts = /"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[\p{L}+\d*\]|General|./gsu;

/** Matches a comma that divides the number by a thousand. */
const scaling = /[0#?],+(?![0#?,])/;

/** In a pattern: a digit that is always shown, a digit shown if there is one, and the point. */
const [ALWAYS, IF_ANY, POINT] = ['\ue000', '\ue001', '\ue002'] as const;
const isPlace = (mark: string | undefined): boolean => mark === ALWAYS || mark === IF_ANY;

/** Matches what stands for itself without quotes. Other marks scale, or show dates or fractions. */
const literal = /^(?:[$+\-(): !^&'~{}<>=]|[\u00a0-\ud7ff])$/;

function inPattern(part: string, text: string | undefined): string | null {
  if (text !== undefined) return text;
  if (part.startsWith('_')) return ' ';
  if (part === ',' || /^[*[]./su.test(part)) return '';
  if (part === '0') return ALWAYS;
  if (part === '.') return POINT;
  if (/^(?:[#?@]|General)$/.test(part)) return IF_ANY;
  return literal.test(part) ? part : null;
}

/** Returns the pattern of each section; null for one that shows more than digits and texts. */
function patternsOf(code: string): (string | null)[] {
  const patterns: (string | null)[] = [''];
  for (const [part, quoted, escaped, currency] of code.matchAll(parts)) {
    const last = patterns.length - 1;
    const before = patterns[last] ?? null;
    const next = part === ';' ? null : inPattern(part, quoted ?? escaped ?? currency);
    if (part === ';') patterns.push('');
    else patterns[last] = before === null || next === null ? null : before + next;
  }
  return patterns;
}

/** Puts digits into the places among `marks`, from the right. The first place takes all others. */
function filled(marks: readonly string[], first: number, digits: string): string {
  let [text, left] = ['', digits];
  for (let at = marks.length - 1; at >= 0; at -= 1) {
    const mark = marks[at] ?? '';
    if (!isPlace(mark)) text = mark + text;
    else {
      const taken = at === first ? left : left.slice(-1);
      left = left.slice(0, left.length - taken.length);
      text = (taken || (mark === ALWAYS ? '0' : '')) + text;
    }
  }
  return text;
}

/** Returns a number as a cell of this format shows it. */
export type ShowsNumber = (number: string) => string;

/** Matches a pattern with a text, a currency, a plus sign, or a zero shown before other digits. */
const saysMore = new RegExp(
  `[\\p{L}\\p{N}\\p{Sc}+]|^[^${POINT}]*${ALWAYS}[^${POINT}]*[${ALWAYS}${IF_ANY}]`,
  'u',
);

/**
 * Returns a function for the numbers of a format that shows texts or leading zeros (`18 mois`,
 * `0110`, `06 12 34 56 78`); null for any other format. Decimals are kept and thousands not
 * separated, so that nothing of the value is lost. A number that is negative, or that the format
 * shows as a date, a share, a fraction or a rounded number, stands alone.
 *
 * The numbers are those of `plainNumber`.
 */
export function textFormat(code: string): ShowsNumber | null {
  if (code.length > LONGEST || scaling.test(code)) return null;
  const [positive = null, , ofZero = positive] = patternsOf(code);
  if (![positive, ofZero].some((pattern) => pattern !== null && saysMore.test(pattern)))
    return null;
  const [shows, showsZero] = [showing(positive), showing(ofZero)];
  return (number) => (Number(number) === 0 ? showsZero(number) : shows(number));
}

function showing(pattern: string | null): ShowsNumber {
  if (pattern === null) return (number) => number;
  const [before = '', behind = ''] = pattern.split(POINT);
  const end = [...before].findLastIndex(isPlace) + 1;
  const marks = [...before.slice(0, end)];
  const first = marks.findIndex(isPlace);
  const rest = `${before.slice(end)}${behind}`.replace(places, '');
  return (number) => {
    const [, whole, decimals = ''] = unsigned.exec(number) ?? [];
    if (whole === undefined) return number;
    const text = `${filled(marks, first, whole)}${decimals}${rest}`.trim();
    return saysAnything.test(text) ? text : number;
  };
}

const unsigned = /^(\d+)(\.\d+)?$/;
const saysAnything = /[\p{L}\p{N}]/u;
const places = new RegExp(`[${ALWAYS}${IF_ANY}]`, 'g');
