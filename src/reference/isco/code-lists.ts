import type { Findings, ReadValue } from '../../platform/formats/findings.ts';

/**
 * Returns whether a list of codes, by its sender's name for it, is neither ISCO-08 nor ESCO.
 * Examples are `ROME`, `SSYK` and ISCO-88, in which 5123 means waiters and not cooks. Codes of an
 * unnamed list are read by their form.
 */
const isOtherList = (name: string): boolean =>
  name.trim() !== '' && (!/isco|esco|citp|ciuo/i.test(name) || /88(?!\d)/.test(name));

/** An edition or address of ISCO-88, such as `1988`, `88` or `…/isco/isco88/`. */
const formerIsco = /(?:^|isco)[-_/\s]*(?:19)?88(?!\d)/i;

/**
 * Returns a sender's name for a list. Its edition and address are added only if they say that it is
 * ISCO-88, where 2221 means doctors and not nurses.
 */
export function listNamed(name: string, editions: readonly (string | null | undefined)[]): string {
  return editions.some((one) => formerIsco.test(one?.trim() ?? '')) ? `${name} 88`.trim() : name;
}

/**
 * Returns the codes of our own lists. Each code of another list is left out and reported with its
 * list.
 */
export function ofOurLists(
  codes: readonly (ReadValue & { list: string })[],
  findings: Findings,
): ReadValue[] {
  return codes.filter(({ path, value, list }) => {
    if (!isOtherList(list)) return true;
    const at = { path, value: `${list} ${value ?? ''}` };
    findings.drop(
      'occupation-list-unknown',
      at,
      'This list is neither ISCO-08 nor ESCO, so the code is left out. Send a code of one of these.',
    );
    return false;
  });
}
