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

const escape = (text: string): string =>
  text.replace(impossible, '').replace(/[&<>"\r]/g, (character) => escapes[character] ?? character);

/**
 * Returns an element as text that `readXmlRecords` reads as the same element. Names are local, each
 * namespace is the default one from where it begins, and the element's own text precedes its
 * children. Characters that XML cannot hold are left out.
 */
export function xmlText(
  { name, namespace, attributes, children, text }: XmlElement,
  around = '',
): string {
  const declared = namespace === around ? '' : ` xmlns="${escape(namespace)}"`;
  const own = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`);
  const said = children.length === 0 ? text : text.trim(); // between children it is only layout
  const inner = escape(said) + children.map((one) => xmlText(one, namespace)).join('');
  return `<${name}${declared}${own.join('')}>${inner}</${name}>`;
}

/** Returns an XML comment of the text. Two hyphens would end it (XML 1.0, 2.5) and are spaced. */
export function xmlComment(text: string): string {
  return `<!-- ${text.replace(/-(?=-|$)/g, '- ')} -->`;
}
