import {
  each,
  isObject,
  type JsonObject,
  objectsAt,
} from '../../../platform/formats/json/json-values.ts';

/**
 * The properties in which JSON-LD holds its postings, next to nodes about the page, the site and
 * the breadcrumbs.
 */
const holders = ['@graph', 'mainEntity', 'itemListElement', 'item', 'hasPart'];

/** Returns the objects in a node that may be a posting, or may contain one. */
export const heldBy = (node: JsonObject): JsonObject[] =>
  holders.flatMap((key) => each(node, key)).filter(isObject);

/**
 * Returns a posting in which references by `@id` alone are replaced by the nodes that they name,
 * and so are those of its places, to their addresses. A site describes itself once, and its
 * postings refer to it (JSON-LD 1.1, 3.3). A reference that names no node stays as it is. Further
 * references are not followed, because they may form a ring.
 * @param documents where the nodes may be found
 */
export function withLinked(posting: JsonObject, documents: readonly unknown[]): JsonObject {
  const places = objectsAt(posting, 'jobLocation');
  if (![posting, ...places].some(isReferring)) return posting;
  const named = new Map<unknown, JsonObject>();
  for (const one of documents.flatMap(nodesIn))
    if (!isReference(one) && '@id' in one && !named.has(one['@id'])) named.set(one['@id'], one);
  const linked = (value: unknown): unknown =>
    isReference(value) ? (named.get(value['@id']) ?? value) : value;
  const whole = mapValues(posting, linked);
  const jobLocation = each(whole, 'jobLocation').map((place) =>
    isObject(place) ? mapValues(place, linked) : place,
  );
  return { ...whole, ...('jobLocation' in whole && { jobLocation }) };
}

const isReferring = (node: JsonObject): boolean =>
  Object.keys(node).some((key) => each(node, key).some(isReference));

/** Returns the object with each value, or each element of a list, replaced. */
const mapValues = (object: JsonObject, change: (value: unknown) => unknown): JsonObject =>
  Object.fromEntries(
    Object.entries(object).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map(change) : change(value),
    ]),
  );

/** An `@type` next to the `@id` is allowed, because it adds nothing. */
function isReference(value: unknown): value is JsonObject {
  if (!isObject(value) || typeof value['@id'] !== 'string') return false;
  return Object.keys(value).every((key) => key === '@id' || key === '@type');
}

function nodesIn(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return isObject(value) ? [value, ...heldBy(value).flatMap(nodesIn)] : [];
}
