import { all, textOf, type XmlElement } from '../../platform/formats/markup/xml-records.ts';
import type { Findings } from '../../platform/formats/findings.ts';
import type { CandidateDraft } from './candidate-draft.ts';
import { readEmail } from './cells/contacts.ts';

/** Reads the first e-mail address and telephone number that are not empty. */
export function readContacts(
  person: XmlElement,
  findings: Findings,
): Pick<CandidateDraft, 'email' | 'phone'> {
  const reached = (channel: RegExp, read: (one: XmlElement) => string | null): string | null => {
    const each = all(person, 'Communication').filter((one) =>
      channel.test(textOf(one, 'ChannelCode') ?? ''),
    );
    return each.map(read).find((found) => found !== null) ?? null;
  };
  const address = reached(/^e-?mail$/i, (one) => textOf(one, 'URI'));
  const phone = reached(/^(?:mobile|phone|(?:mobile ?)?telephone)$/i, readPhone);
  const email = address === null ? null : readEmail(address.replace(/^mailto:/i, ''), findings);
  if (phone === null || /\p{Nd}.*\p{Nd}/u.test(phone.replace(/\S*@\S*/g, '')))
    return { email, phone };
  // Exporters write an e-mail address there too.
  findings.drop(
    'phone-unreadable',
    { path: 'DialNumber', value: phone },
    'This phone number cannot be read. Write it as +212612345678.',
  );
  return { email, phone: null };
}

/**
 * Reads a telephone number. The Europass dialect keeps the country and area codes beside the
 * number.
 */
function readPhone(telephone: XmlElement): string | null {
  const number = textOf(telephone, 'DialNumber');
  if (number === null) return null;
  if (number.includes('@')) return number;
  const country = textOf(telephone, 'CountryDialing')?.replace(/^(\+|00)/, '');
  const area = textOf(telephone, 'AreaDialing');
  return [country && `+${country}`, area, number].filter(Boolean).join(' ');
}
