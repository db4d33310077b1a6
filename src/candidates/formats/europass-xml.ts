import type { XmlElement } from '../../platform/formats/markup/xml-records.ts';
import type { JsonObject } from '../../platform/formats/json/json-values.ts';

/**
 * Returns a Europass XML element (schema 3.x, `SkillsPassport`) in the shape that the Europass JSON
 * schema gives the same data. `TelephoneList/Telephone` becomes the array `Telephone`, the
 * attributes of a date become `{Year, Month, Day}`, and the wrappers around a language's
 * certificates are removed.
 */
export function asEuropassJson(element: XmlElement): JsonObject {
  const object: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const child of element.children) {
    const { name } = child;
    if (name.endsWith('List') && name !== 'List')
      object[name.slice(0, -4)] = child.children.map(valueOf);
    else if (name === 'Licence') object.Licence = [...licencesIn(object), valueOf(child)];
    else object[name] = valueOf(child);
  }
  return object;
}

function licencesIn({ Licence }: JsonObject): readonly unknown[] {
  return Array.isArray(Licence) ? (Licence as unknown[]) : [];
}

function valueOf(element: XmlElement): unknown {
  const { year, month, day } = element.attributes;
  // xsd:gMonth and xsd:gDay write `--03` and `---10`.
  if (year !== undefined) return { Year: year, Month: digitsOf(month), Day: digitsOf(day) };
  return element.children.length === 0 ? element.text.trim() : asEuropassJson(element);
}

const digitsOf = (text: string | undefined): string => text?.replace(/^-+/, '') ?? '';
