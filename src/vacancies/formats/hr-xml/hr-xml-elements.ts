import type { XmlElement } from '../../../platform/formats/markup/xml-records.ts';
import type { Findings, ReadValue } from '../values/findings.ts';

/** HR Open Standards 3.2, and OAGIS 9 whose address and name elements it borrows. */
export const hrXml = 'http://www.hr-xml.org/3';
export const oagis = 'http://www.openapplications.org/oagis/9';
const known = new Set([hrXml, oagis]);

/** The element without whatever other vocabularies put into it, each kind of which is reported once. */
export function withoutForeign(element: XmlElement, findings: Findings): XmlElement {
  const seen = new Set<string>();
  const prune = (parent: XmlElement, path: string): XmlElement => ({
    ...parent,
    children: parent.children.flatMap((one) => {
      const at = `${path}/${one.name}`;
      if (known.has(one.namespace)) return [prune(one, at)];
      if (!seen.has(at))
        findings.warn('element-foreign', { path: at, value: one.namespace }, 'Not read.');
      seen.add(at);
      return [];
    }),
  });
  return prune(element, element.name);
}

/** Says which children are not in the list; they are not read, and no reason to refuse. */
export function reportUnknown(
  element: XmlElement,
  names: ReadonlySet<string>,
  path: string,
  findings: Findings,
): void {
  const unknown = new Set(
    element.children.map(({ name }) => name).filter((name) => !names.has(name)),
  );
  for (const name of unknown)
    findings.warn('element-unknown', { path: `${path}/${name}` }, 'Not read.');
}

/** Every element of that name below this one, at any depth: dialects nest some of them differently. */
export function below(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((one) => [
    ...(one.name === name ? [one] : []),
    ...below(one, name),
  ]);
}

/** The element without those below it that are left out, at any depth. */
export function without(element: XmlElement, isLeftOut: (one: XmlElement) => boolean): XmlElement {
  const children = element.children.filter((one) => !isLeftOut(one));
  return { ...element, children: children.map((one) => without(one, isLeftOut)) };
}

/** Texts of elements with their path. */
export function valuesOf(elements: readonly XmlElement[], path: string): ReadValue[] {
  return elements.map((element) => ({ path, value: element.text.trim() }));
}

/** The same of codes, with the list that each is of, as its sender names it. */
export function codesOf(
  elements: readonly XmlElement[],
  path: string,
): (ReadValue & { list: string })[] {
  return elements.map(({ text, attributes }) => ({
    ...{ path, value: text.trim(), list: attributes.listName ?? '' },
  }));
}
