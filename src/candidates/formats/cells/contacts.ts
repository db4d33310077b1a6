import type { Findings } from '../../../platform/formats/findings.ts';
import { namesOtherPerson } from '../headers/other-people.ts';
import type { Column } from '../headers/spreadsheet-columns.ts';

/**
 * Keeps the first of several contacts in one cell, as for contacts in several columns. They belong
 * to the same person.
 */
export function firstOf(
  cell: string,
  each: readonly string[],
  path: Column,
  findings: Findings,
): string {
  const [first = '', ...others] = each.map((value) => value.trim()).filter(Boolean);
  const at = { path, value: cell };
  if (others.length > 0)
    findings.drop(
      'contact-several',
      at,
      'This cell holds several contacts, so only the first is kept. Write one.',
    );
  return first;
}

/** Marks and blanks that end an address, as in a class of characters. */
const ends = '\\s;,|/()[\\]{}<>:"';
const betweenAddresses = new RegExp(`[${ends}]+`);
const oneAddress = new RegExp(`^[^@${ends}]+@(?:[^@.${ends}]+\\.)+[^@.${ends}]{2,}$`);
const anyAddress = new RegExp(`[^${ends}]*@[^${ends}]*`, 'g');

/**
 * Matches what may come before an address: nothing, `Hind Alami <` or `mailto:`. Other words are a
 * part of the address that went astray.
 */
const beforeAddress = /^[^\p{L}\p{Nd}]*$|[:<([]$/u;

/**
 * Reads the first e-mail address. A text that is no address is dropped; a part of one
 * (`jean dupont@example.org`) is too, as mail to it would reach another person. `(at)` hides an
 * address from programs.
 */
export function readEmail(cell: string, findings: Findings): string | null {
  if (cell === '' || oneAddress.test(cell)) return cell || null;
  const written = cell
    .replace(/\s+/g, ' ')
    .replace(/ ?[([{] ?(?:at|a|arobase|arroba|@) ?[)\]}] ?/giu, '@');
  const each = written.split(betweenAddresses).filter((part) => part.includes('@'));
  const before = written.slice(0, written.indexOf(each[0] ?? '')).trim();
  // `hind@example.org (père)` reaches somebody else.
  const isOfOther = namesOtherPerson(written.replaceAll(anyAddress, ' '));
  if (oneAddress.test(each[0] ?? '') && beforeAddress.test(before) && !isOfOther)
    return firstOf(cell, each, 'email', findings);
  findings.drop(
    'email-unreadable',
    { path: 'email', value: cell },
    'This email address cannot be read. Write it as name@example.org.',
  );
  return null;
}
