import type { XmlElement } from '../../../platform/formats/markup/xml-records.ts';
import { hrXml, oagis } from '../../../platform/formats/hr-xml/hr-xml-elements.ts';

/** The content of an element: elements, or its text; null if a value is missing. */
type Content = XmlElement | string | number | boolean | null;

type Attributes = Readonly<Record<string, string | null>>;

const isElement = (content: Content): content is XmlElement => typeof content === 'object';

/**
 * Makes an element of HR-XML, or of OAGIS if the name begins with `oa:`. Attributes and content
 * that are null are left out.
 */
export function element(
  qualifiedName: string,
  attributes: Attributes,
  ...content: readonly Content[]
): XmlElement {
  const known = content.filter((one) => one !== null);
  return {
    name: qualifiedName.replace(/^oa:/, ''),
    namespace: qualifiedName.startsWith('oa:') ? oagis : hrXml,
    attributes: Object.fromEntries(
      Object.entries(attributes).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
    ),
    children: known.filter(isElement),
    text: known.map((one) => (isElement(one) ? '' : String(one))).join(''),
  };
}

/** Makes an element around a value, or returns null if there is no value. */
export function elementOf(
  name: string,
  value: Content,
  attributes: Attributes = {},
): XmlElement | null {
  return value === null ? null : element(name, attributes, value);
}
