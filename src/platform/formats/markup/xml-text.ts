import type { XmlElement } from './xml-records.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Characters that XML cannot hold (XML 1.0, 2.2), halves of surrogate pairs included. */
const impossible =
  // eslint-disable-next-line no-control-regex -- these are the characters to leave out
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Returns a text as XML holds it in an element or in quotes, without what XML cannot hold. */
export const escapeXml = (text: string): string =>
  text.replace(impossible, '').replace(/[&<>"\r]/g, (character) => escapes[character] ?? character);

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Returns a text of XML with its references to characters resolved (XML 1.0, 4.1 and 4.6). */
export const unescapeXml = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,5})|#(\d{1,6})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return named[String(name)] ?? (code <= 0xffff ? String.fromCharCode(code) : whole);
  });

/**
 * Returns an element as text that `readXmlRecords` reads as the same element. Names are local, each
 * namespace is the default one from where it begins, and the element's own text precedes its
 * children. Characters that XML cannot hold are left out.
 */
export function xmlText(
  { name, namespace, attributes, children, text }: XmlElement,
  around = '',
): string {
  const declared = namespace === around ? '' : ` xmlns="${escapeXml(namespace)}"`;
  const own = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const said = children.length === 0 ? text : text.trim(); // between children it is only layout
  const inner = escapeXml(said) + children.map((one) => xmlText(one, namespace)).join('');
  return `<${name}${declared}${own.join('')}>${inner}</${name}>`;
}

/** Returns an XML comment of the text. Two hyphens would end it (XML 1.0, 2.5) and are spaced. */
export function xmlComment(text: string): string {
  return `<!-- ${text.replace(/-(?=-|$)/g, '- ')} -->`;
}
