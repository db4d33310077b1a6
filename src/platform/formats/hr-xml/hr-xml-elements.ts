import type { XmlElement } from '../markup/xml-records.ts';
import type { Findings, ReadValue } from '../findings.ts';

/**
 * The namespaces of HR Open Standards 3.2, and of OAGIS 9, whose address and name elements it
 * borrows.
 */
export const hrXml = 'http://www.hr-xml.org/3';
export const oagis = 'http://www.openapplications.org/oagis/9';
const known = new Set([hrXml, oagis]);

/**
 * Returns the element without the elements of other vocabularies. Each kind left out is reported
 * once.
 */
export function withoutForeign(element: XmlElement, findings: Findings): XmlElement {
  const seen = new Set<string>();
  const prune = (parent: XmlElement, path: string): XmlElement => ({
    ...parent,
    children: parent.children.flatMap((one) => {
      const at = `${path}/${one.name}`;
      if (known.has(one.namespace)) return [prune(one, at)];
      if (!seen.has(at))
        findings.warn(
          'element-foreign',
          { path: at, value: one.namespace },
          'This element is of another namespace, so it is not read.',
        );
      seen.add(at);
      return [];
    }),
  });
  return prune(element, element.name);
}

/**
 * Reports the children that are not in the list. They are not read, but are no reason to refuse the
 * document.
 */
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
    findings.warn(
      'element-unknown',
      { path: `${path}/${name}` },
      'This element is not supported, so it is not read.',
    );
}

/**
 * Returns every element of that name below this one, at any depth, because dialects nest some of
 * them differently.
 */
export function below(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((one) => [
    ...(one.name === name ? [one] : []),
    ...below(one, name),
  ]);
}

/** Returns the element without the descendants that `isLeftOut` selects. */
export function without(element: XmlElement, isLeftOut: (one: XmlElement) => boolean): XmlElement {
  const children = element.children.filter((one) => !isLeftOut(one));
  return { ...element, children: children.map((one) => without(one, isLeftOut)) };
}

/** Returns the texts of elements with their path. */
export function valuesOf(elements: readonly XmlElement[], path: string): ReadValue[] {
  return elements.map((element) => ({ path, value: element.text.trim() }));
}
