import { type Identity, isYearOnly, nameOf, plainEmail, plainPhone } from './identity.ts';

/**
 * Returns the blocking keys of a record; only records that share a key are compared. A key is a
 * document, an e-mail address, a telephone number, or words of the name with the date of birth.
 * That is one word with the full date, or two words with the year. If the date is 1 January, two
 * words with the full date are a key too.
 */
export function blockKeysOf(person: Identity): string[] {
  const { birthOn, documents } = person;
  const words = nameOf(person).map(({ skeleton }) => skeleton);
  const keys = documents.map((document) => `document ${document}`);
  if (birthOn !== null) {
    for (const word of words) keys.push(`born ${birthOn} ${word}`);
    const pairs = pairsOf(words);
    for (const pair of pairs) keys.push(`year ${birthOn.slice(0, 4)} ${pair}`);
    // Many people are recorded as born on 1 January, so a key of one word is shared by too many.
    // Keys with many records behind them are skipped.
    if (isYearOnly(birthOn)) for (const pair of pairs) keys.push(`born ${birthOn} ${pair}`);
  }
  const [email, phone] = [plainEmail(person), plainPhone(person)];
  if (email !== null) keys.push(`email ${email}`);
  if (phone !== null) keys.push(`phone ${phone}`);
  return [...new Set(keys)];
}

/** The words of a long name that are used: the first four. People are not known by more. */
const MOST_WORDS = 4;

function pairsOf(words: readonly string[]): string[] {
  const ordered = [...new Set(words)].slice(0, MOST_WORDS).toSorted();
  return ordered.flatMap((word, at) => ordered.slice(at + 1).map((next) => `${word} ${next}`));
}
