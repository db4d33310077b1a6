import type { ReadValue } from '../../platform/formats/findings.ts';
import type { XmlElement } from '../../platform/formats/markup/xml-records.ts';
import { listNamed } from '../isco/code-lists.ts';

/** Returns codes with their path and the name that the sender gives to their list. */
export function codesOf(
  elements: readonly XmlElement[],
  path: string,
): (ReadValue & { list: string })[] {
  return elements.map(({ text, attributes }) => {
    const { listName = '', listVersionID, listURI } = attributes;
    return { path, value: text.trim(), list: listNamed(listName, [listVersionID, listURI]) };
  });
}
