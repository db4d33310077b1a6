import { type Identity, isYearOnly, nameOf, plainEmail, plainPhone } from './identity.ts';

/**
 * Only records that have one of these in common are compared: a word of the name with the date of
 * birth, two words with the year, and of the first of January with the date, a document, an e-mail address, a telephone.
 */
export function blockKeysOf(person: Identity): string[] {
  const { birthOn, documents } = person;
  const words = nameOf(person).map(({ skeleton }) => skeleton);
  const keys = documents.map((document) => `document ${document}`);
  if (birthOn !== null) {
    for (const word of words) keys.push(`born ${birthOn} ${word}`);
    const pairs = pairsOf(words);
    for (const pair of pairs) keys.push(`year ${birthOn.slice(0, 4)} ${pair}`);
    // So many are born on that day by record that one word tells too little, and many behind a key are passed over.
    if (isYearOnly(birthOn)) for (const pair of pairs) keys.push(`born ${birthOn} ${pair}`);
  }
  const [email, phone] = [plainEmail(person), plainPhone(person)];
  if (email !== null) keys.push(`email ${email}`);
  if (phone !== null) keys.push(`phone ${phone}`);
  return [...new Set(keys)];
}

/** Of a name with many words the first four: nobody is known by more. */
const MOST_WORDS = 4;

function pairsOf(words: readonly string[]): string[] {
  const ordered = [...new Set(words)].slice(0, MOST_WORDS).toSorted();
  return ordered.flatMap((word, at) => ordered.slice(at + 1).map((next) => `${word} ${next}`));
}
