import type { XmlElement } from './xml-records.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** What XML cannot hold (XML 1.0, 2.2), a half of a surrogate pair included. */
const impossible =
  // eslint-disable-next-line no-control-regex -- these are the characters to leave out
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

const escape = (text: string): string =>
  text.replace(impossible, '').replace(/[&<>"\r]/g, (character) => escapes[character] ?? character);

/**
 * An element as text that `readXmlRecords` reads as the same element: names are local, each namespace
 * is the default one from where it begins, and its own text stands before its children.
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

/** A remark that XML keeps apart from what it says; two hyphens would end it (XML 1.0, 2.5). */
export function xmlComment(text: string): string {
  return `<!-- ${text.replace(/-(?=-|$)/g, '- ')} -->`;
}
