import { serialDay } from '../../../platform/formats/sheets/serial-dates.ts';
import { cacheByText } from '../../../platform/memory/cache-by-text.ts';
import { foldWords, plainDigits } from '../../../reference/fold-words.ts';
import type { Findings } from '../../../platform/formats/findings.ts';
import { readCalendarDate } from '../cells/cell-values.ts';
import { isOfHijra } from './other-calendars.ts';

/**
 * Names and short forms by month, in English, French, Spanish, and the Arabic of Morocco, of
 * Tunisia and Algeria, of Egypt and of the Levant.
 */
const months: readonly string[] = [
  'january jan janvier janv enero ene يناير جانفي كانون الثاني',
  'february feb fevrier fevr fev febrero فبراير فيفري شباط',
  'march mar mars marzo مارس اذار',
  'april apr avril avr abril abr ابريل افريل نيسان',
  'may mai mayo ماي مايو ايار',
  'june jun juin junio يونيو جوان حزيران',
  'july jul juillet juil julio يوليوز يوليو جويلية تموز',
  'august aug aout agosto ago غشت اغسطس اوت اب',
  'september sep sept septembre septiembre setiembre set شتنبر سبتمبر ايلول',
  'october oct octobre octubre اكتوبر تشرين الاول',
  'november nov novembre noviembre نونبر نوفمبر تشرين الثاني',
  'december dec decembre diciembre dic دجنبر ديسمبر كانون الاول',
];

const foldMonth = (text: string): string => foldWords(text).replace(/[أإآ]/g, 'ا');

/** Names of two Arabic words are kept whole; their parts mean nothing alone. */
const twoWords = /(كانون|تشرين) (الاول|الثاني)/;

const monthNumbers = new Map(
  months.flatMap((names, at) => {
    const both = twoWords.exec(names)?.[0];
    const single = names.replace(both ?? '', '').split(' ');
    return [...single, both ?? ''].filter(Boolean).map((name) => [name, at + 1] as const);
  }),
);

const inWords =
  /^(\d{1,2})(?:er|st|nd|rd|th)? (?:de )?(\p{L}+(?: \p{L}+)??) (?:de |del )?(\d{4})$/u;
/** The first of a month, as it is written in Morocco: `فاتح يناير 1990`. */
const theFirst = /^(?:فاتح|premier|primero) /;
const monthFirst = /^(\p{L}+) (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/u;

/** Matches days as a spreadsheet counts them, for the years 1927 to 2064. */
const serial = /^[1-5]\d{4}$/;

/** Reads `19900517` or `17051990`; the month numbers tell which it is. */
function ofEightDigits(text: string): string | null {
  const [, a = '', b = '', c = '', d = ''] = /^(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  return readCalendarDate(`${a}${b}-${c}-${d}`) ?? readCalendarDate(`${a}/${b}/${c}${d}`);
}

const weekday =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|(?:يوم )?ال(?:اثنين|ثلاثاء|اربعاء|خميس|جمعه|جمعة|سبت|احد)) /;

/** `5.IX.1990`, as it is written in Eastern Europe. */
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const inRoman = /^(\d{1,2})[ ./-]+(I{1,3}|IV|VI{0,3}|IX|XI{0,2})[ ./-]+(\d{4})$/i;

/**
 * Turns every kind of dash into one, removes blanks beside the marks between numbers, and puts a
 * mark where there are only blanks.
 */
const plainMarks = (text: string): string =>
  text
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(
      inRoman,
      (_, day, month, year) => `${day}/${romans.indexOf(String(month).toUpperCase()) + 1}/${year}`,
    )
    .replace(/^(\d{1,2}) +(\d{1,2}) +(\d{4})$/, '$1/$2/$3')
    .replace(/\s*([./-])\s*/g, '$1')
    .trim();

/** The longest date in characters, with the day of the week before it and a time behind it. */
const LONGEST = 80;

/**
 * Reads the date in a cell of a spreadsheet and returns it as `yyyy-mm-dd`. Beyond what
 * `readCalendarDate` reads, the cell may hold:
 * - `1990/04/03`,
 * - the month in words (`3 avril 1990`, `3 de abril de 1990`, `٣ أبريل ١٩٩٠`), with or without the
 *   day of the week,
 * - eight digits,
 * - the day number that Excel shows in an unformatted cell.
 *
 * Null for anything else, including a year of two digits.
 */
export const readSheetDate = cacheByText((text: string): string | null => {
  if (text.length > LONGEST) return null;
  const plain = plainMarks(plainDigits(text));
  const read = readCalendarDate(
    plain.replace(/^(\d{4})[./](\d{1,2})[./](\d{1,2})(?!\d)/, '$1-$2-$3'),
  );
  if (read !== null) return read;
  if (serial.test(plain)) return serialDay(Number(plain), false);
  return (
    ofEightDigits(plain) ?? ofWords(foldMonth(plain).replace(weekday, '').replace(theFirst, '1 '))
  );
});

/** `17/05/94`, `17-mai-94`. */
const yearOfTwoDigits = /^(\d{1,2}[\s./-]+(?:\d{1,2}|\p{L}{3,10}\.?)[\s./-]+)(\d\d)$/u;

/**
 * The century of a two-digit year by column, if only one is possible: no candidate was born in 1894
 * or becomes available in 1927. Null for a year that may be of either century. Dates with legal
 * effect have no entry.
 */
const centuryOf: Readonly<Record<string, (year: number) => string | null>> = {
  birth_date: (year) => (year >= 30 ? '19' : year <= 10 ? '20' : null),
  available_from: (year) => (year <= 60 ? '20' : null),
  available_until: (year) => (year <= 60 ? '20' : null),
};

function withCentury(text: string, path: string): string {
  const [, before = '', year] = yearOfTwoDigits.exec(plainDigits(text)) ?? [];
  const century = year === undefined ? null : (centuryOf[path]?.(Number(year)) ?? null);
  return century === null ? text : `${before}${century}${year}`;
}

/**
 * Reads the date in a cell of a column and returns it as `yyyy-mm-dd`. Returns null for an empty
 * cell, and null with a finding for anything else.
 */
export function readDateAt(text: string, path: string, findings: Findings): string | null {
  const date = text === '' ? null : (readSheetDate(text) ?? readSheetDate(withCentury(text, path)));
  const at = { path, value: text };
  if (path === 'birth_date' && date !== null && isMidnightElsewhere(text)) {
    findings.drop('date-of-two-days', at, dateOfTwoDays);
    return null;
  }
  if (text !== '' && date === null) {
    if (isOfHijra(text)) findings.drop('date-of-hijra', at, dateOfHijra);
    else
      findings.drop(
        'date-unreadable',
        at,
        'This date cannot be read or does not exist. Write it as 24/11/2026 or 2026-11-24.',
      );
  }
  return date;
}

/**
 * Matches the time of Greenwich at which a day begins further east, as programs write a day without
 * a time: 17 May in Morocco is `1990-05-16T23:00:00.000Z`.
 */
const eveningInGreenwich =
  /[T ](?:1[3-9]|2[0-3]):(?:00|15|30|45)(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)$/;

const isMidnightElsewhere = (text: string): boolean => eveningInGreenwich.test(plainDigits(text));

const dateOfTwoDays =
  'This moment is one day in Greenwich time and the next where the person was born, so it is not read. Write the date alone, such as 1990-05-17.';

/**
 * A Hijri date is asked about and never converted: one day more or less makes it another person, or
 * a consent of another day.
 */
const dateOfHijra =
  'This is a year of the Hijri calendar, whose days differ from country to country. Write the Gregorian date, as in the passport or on the form.';

function ofWords(text: string): string | null {
  const [, day, month, year] = inWords.exec(text) ?? [];
  const [, first, second, third] = monthFirst.exec(text) ?? [];
  const number = monthNumbers.get(month ?? first ?? '');
  return number === undefined
    ? null
    : readCalendarDate(`${day ?? second}/${number}/${year ?? third}`);
}
