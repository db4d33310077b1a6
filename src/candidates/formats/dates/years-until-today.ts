import { plainDigits } from '../../../reference/fold-words.ts';
import type { Findings } from '../../../platform/formats/findings.ts';

const since = 'depuis|since|desde|منذ';
const untilNow =
  "aujourd['’]?hui|à ce jour|ce jour|maintenant|présent|present|now|today|to date|actualmente|la actualidad|actualidad|actual|presente|hoy|الآن|اليوم|الى اليوم";
const year = "(?:l[’']an(?:née)? |el año |سنة |عام )?(?:(\\d{1,2})[/.-])?((?:19|20)\\d\\d)";

/** `depuis 2015`, `desde 03/2015`, `2015 - présent`, `منذ 2015`. */
const forms = [
  new RegExp(`^\\s*(?:${since})\\s+${year}\\s*$`, 'iu'),
  new RegExp(`^\\s*(?:(?:de|${since}|from|من)\\s+)?${year}\\s*(?:-|–|à|a|to|hasta|jusqu['’]à|au|إلى|الى)\\s*(?:${untilNow})\\s*$`, 'iu'),
]; // prettier-ignore

/** `2015-2035`, `01/2015 - 06/2035`: a contract that is still running. */
const toCome = new RegExp(
  `^\\s*(?:de\\s+|from\\s+)?${year}\\s*(?:-|–|à|a|to|hasta|au|إلى|الى)\\s*${year}\\s*$`,
  'iu',
);

/** The length of `de 2015`. Most cells are shorter, as they hold a number. */
const SHORTEST = 7;
const LONGEST = 80;

/**
 * Turns continuing work, such as `depuis 2015`, into months counted until `today` (`yyyy-mm-dd`).
 * Warns in `said`, as the same file sent a year later gives a year more. Returns any other cell
 * unchanged.
 */
export function yearsUntilToday(cell: string, today: string, said: Findings): string {
  if (cell.length < SHORTEST || cell.length > LONGEST) return cell;
  const text = plainDigits(cell);
  const [thisYear = 0, thisMonth = 0] = today.split('-').map(Number);
  const running = toCome.exec(text);
  const isToCome = running !== null && Number(running[4]) > thisYear;
  const [, month, from] = isToCome
    ? running
    : (forms.map((form) => form.exec(text)).find(Boolean) ?? []);
  if (from === undefined) return cell;
  const further = month === undefined ? 0 : thisMonth - Number(month);
  const months = (thisYear - Number(from)) * 12 + further;
  if (months < 0 || Number(month ?? 1) > 12) return cell;
  const message =
    'This period goes on, so it is counted up to the day of this import. Write the number of years, such as 4.5, or when it ended, such as 2015-2019.';
  said.warn('years-until-today', { path: 'occupation_years', value: cell }, message);
  return `${months} months`;
}
