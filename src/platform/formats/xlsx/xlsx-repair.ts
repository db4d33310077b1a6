import { escapeXml, unescapeXml } from '../markup/xml-text.ts';
import { type ZipEntry, zipOf } from '../packed/zip-file.ts';
import { type ShowsNumber, textFormat } from '../sheets/number-formats.ts';
import { plainNumber } from '../sheets/plain-number.ts';
import { hasPlacelessCells, withPlaces } from './xlsx-places.ts';

/**
 * A cell of an error or of an ISO date (ECMA-376-1, 18.18.11). `read-excel-file` takes an error for
 * an empty cell, and a date without a time zone for one of the place where we run.
 */
const cellAsText = /(<(?:[\w.-]+:)?c\s(?:[^<>]*?\s)?t=)(["'])[ed]\2/g;

/** A workbook that counts days from 1904 and says so by the word, as LibreOffice does. */
const from1904 = /(<(?:[\w.-]+:)?workbookPr\s(?:[^<>]*?\s)?date1904=)(["'])(?:true|on)\2/i;

const ownFormat = /<(?:[\w.-]+:)?numFmt\s(?:[^<>]*?\s)?numFmtId=["'](\d{1,3})["']/g;
const formats = /<(?:[\w.-]+:)?numFmts[\s>][^]*?<\/(?:[\w.-]+:)?numFmts>/;
const format = /<(?:[\w.-]+:)?numFmt(\s[^<>]*)>/g;
const cellStyles = /<(?:[\w.-]+:)?cellXfs[\s>][^]*?<\/(?:[\w.-]+:)?cellXfs>/;
const style = /<(?:[\w.-]+:)?xf((?:\s[^<>]*)?)\/?>/g;

/**
 * A cell with a number: its tag, its attributes, its formula with the tag of the value, the value.
 */
const cellOfNumber =
  /(<(?:[\w.-]+:)?c)(\s[^<>]*)(>\s*(?:<(?:[\w.-]+:)?f(?:\s[^<>]*)?(?:\/>|>[^<]*<\/(?:[\w.-]+:)?f>)\s*)?<(?:[\w.-]+:)?v>)([-\d.eE+]+)(?=<\/)/g;
const useOfFormat = /(\snumFmtId=["'])(\d{1,3})(?=["'])/g;

/** A formula (ECMA-376-1, 18.3.1.40). */
const formula = /<(?:[\w.-]+:)?f[\s/>]/;

/**
 * A cell with a formula: its tag, prefix, attributes, the formula, and its result if there is one.
 */
const cellOfFormula =
  /(<((?:[\w.-]+:)?)c)(\s[^<>]*)>\s*<\2f(?:\s[^<>]*)?(?:\/>|>([^<]*)<\/\2f>)\s*(?:<\2v(?:\s[^<>]*)?(?:\/>|>([^<]*)<\/\2v>)\s*)?<\/\2c>/g;

/**
 * A workbook whose results were never calculated (ECMA-376-1, 18.2.2): its writer put 0 for each.
 */
const uncalculated = /<(?:[\w.-]+:)?calcPr\s(?:[^<>]*?\s)?fullCalcOnLoad=["'](?:1|true|on)["']/i;

/** The first number from which `read-excel-file` looks at what a workbook's own format says. */
const firstOwn = 100;

/** Returns whether the XML of a sheet has cells that may be misread. */
export const hasMisreadCells = (text: string): boolean =>
  text.search(cellAsText) >= 0 || formula.test(text) || hasPlacelessCells(text);

/** What the parts of a workbook share. */
interface Shared {
  /** How the styles of cells show numbers with texts, by their numbers. */
  styles: ReadonlyMap<string, ShowsNumber>;
  isUncalculated: boolean;
}

/**
 * Writes a formula without a result as its own text, `=A1&B1`, so that it can be reported. Programs
 * that write workbooks without calculating leave the result out, which `read-excel-file` takes for
 * an empty cell. The empty text is a result.
 */
function withFormulas(sheet: string, isUncalculated: boolean): string {
  return sheet.replace(
    cellOfFormula,
    (cell, ...[tag, prefix, attributes, said, result]: (string | undefined)[]) => {
      const [type = '', kind] = typeIn.exec(attributes ?? '') ?? [];
      const isZero = isUncalculated && kind !== 'b' && result?.trim() === '0';
      if (result !== undefined && (result.trim() !== '' || kind === 'str') && !isZero) return cell;
      const text = `=${said?.trim() || '?'}`;
      return `${tag}${attributes?.replace(type, '')} t="str"><${prefix}v>${text}</${prefix}v></${prefix}c>`;
    },
  );
}

/**
 * Gives the formats of a workbook numbers of their own. SheetJS numbers them from 57, where other
 * languages have formats of dates: a reference `R-0042` would be a day of 1900.
 */
function withOwnNumbers(styles: string): string {
  const own = new Set(Array.from(styles.matchAll(ownFormat), ([, number = '']) => number));
  return styles.replace(useOfFormat, (whole, before: string, number: string) =>
    own.has(number) && Number(number) < firstOwn ? `${before}${Number(number) + 1_000}` : whole,
  );
}

const styleIn = /\ss=["'](\d+)["']/;
const typeIn = /\st=["'](\w+)["']/;

const attributeIn = (attributes: string, name: string): string | undefined =>
  new RegExp(`\\s${name}=(["'])(.*?)\\1`, 's').exec(attributes)?.[2];

/** Returns how the styles of cells show numbers, by their numbers, if they show them with texts. */
function textStyles(styles: string): Map<string, ShowsNumber> {
  const shows = new Map<string, ShowsNumber>();
  const [all = ''] = formats.exec(styles) ?? [];
  for (const [, attributes = ''] of all.matchAll(format)) {
    const code = attributeIn(attributes, 'formatCode') ?? '';
    const texts = textFormat(unescapeXml(Buffer.from(code, 'latin1').toString()));
    if (texts !== null) shows.set(attributeIn(attributes, 'numFmtId') ?? '', texts);
  }
  const [looks = ''] = shows.size === 0 ? [] : (cellStyles.exec(styles) ?? []);
  const each = [...looks.matchAll(style)].flatMap(([, attributes = ''], number) => {
    const texts = shows.get(attributeIn(attributes, 'numFmtId') ?? '');
    return texts === undefined ? [] : [[String(number), texts] as const];
  });
  return new Map(each);
}

/** Writes a number as the text that its cell shows, which `read-excel-file` does not tell. */
function withTexts(sheet: string, styles: ReadonlyMap<string, ShowsNumber>): string {
  return sheet.replace(
    cellOfNumber,
    (cell, tag: string, attributes: string, between: string, value: string) => {
      const texts = styles.get(styleIn.exec(attributes)?.[1] ?? '');
      const [type = '', kind = 'n'] = typeIn.exec(attributes) ?? [];
      if (texts === undefined || kind !== 'n') return cell;
      const shown = Buffer.from(escapeXml(texts(plainNumber(value)))).toString('latin1');
      return `${tag}${attributes.replace(type, '')} t="str"${between}${shown}`;
    },
  );
}

function repairedPart(name: string, text: string, { styles, isUncalculated }: Shared): string {
  if (name === 'xl/workbook.xml') return text.replace(from1904, '$1$21$2');
  if (isStyles(name)) return withOwnNumbers(text);
  if (!name.startsWith('xl/worksheets/')) return text;
  const placed = withPlaces(text);
  const readable = withFormulas(placed.replace(cellAsText, '$1$2str$2'), isUncalculated);
  return styles.size === 0 ? readable : withTexts(readable, styles);
}

const isStyles = (name: string): boolean => /^xl\/styles[^/]*\.xml$/.test(name);

/**
 * Returns a workbook in which nothing is left that `read-excel-file` misreads; the same one if
 * there was nothing. `misread` names the sheets with such cells. The parts fit in memory, which the
 * caller has made sure of.
 */
export async function repairedWorkbook(
  workbook: Buffer,
  entries: readonly ZipEntry[],
  misread: ReadonlySet<string>,
): Promise<Buffer> {
  const repaired = new Map<string, Buffer>();
  const looks = entries.find(({ name }) => isStyles(name));
  const styles = textStyles(looks ? await textOf(looks) : '');
  const book = entries.find(({ name }) => name === 'xl/workbook.xml');
  const shared = { styles, isUncalculated: uncalculated.test(book ? await textOf(book) : '') };
  for (const entry of entries) {
    const { name } = entry;
    const isSheet = name.startsWith('xl/worksheets/') && name.endsWith('.xml');
    const isShared = name === 'xl/workbook.xml' || isStyles(name);
    if (!misread.has(name) && !isShared && !(isSheet && styles.size > 0)) continue;
    const sent = await textOf(entry);
    const text = repairedPart(name, sent, shared);
    if (text !== sent) repaired.set(name, Buffer.from(text, 'latin1'));
  }
  if (repaired.size === 0) return workbook;
  const parts: Record<string, Uint8Array> = {};
  for (const entry of entries)
    if (/\.(xml|rels)$/.test(entry.name))
      parts[entry.name] = repaired.get(entry.name) ?? (await bytesOf(entry));
  return zipOf(parts);
}

/** What is looked for is ASCII, whatever stands between. */
const textOf = async (entry: ZipEntry): Promise<string> =>
  (await bytesOf(entry)).toString('latin1');

async function bytesOf(entry: ZipEntry): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const bytes of await entry.open()) pieces.push(Uint8Array.from(bytes));
  return Buffer.concat(pieces);
}
