import { each, isObject, type JsonObject } from '../values/json-values.ts';

/** Where JSON-LD of a page holds its postings, beside the page, the site and the way to it. */
const holders = ['@graph', 'mainEntity', 'itemListElement', 'item', 'hasPart'];

/** What a node of JSON-LD holds that may be a posting, or may hold one. */
export const heldBy = (node: JsonObject): JsonObject[] =>
  holders.flatMap((key) => each(node, key)).filter(isObject);

/**
 * A node with what it refers to by `@id` alone in the place of the reference, one step deep: a site names itself once, and
 * its postings point at it (JSON-LD 1.1, 3.3). `documents`: where that may stand. What is named nowhere stays as it is.
 */
export function withLinked(node: JsonObject, documents: readonly unknown[]): JsonObject {
  const isReferring = Object.keys(node).some((key) => each(node, key).some(isReference));
  if (!isReferring) return node;
  const named = new Map<unknown, JsonObject>();
  for (const one of documents.flatMap(nodesIn))
    if (!isReference(one) && '@id' in one && !named.has(one['@id'])) named.set(one['@id'], one);
  const linked = (value: unknown): unknown =>
    isReference(value) ? (named.get(value['@id']) ?? value) : value;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map(linked) : linked(value),
    ]),
  );
}

/** Its type may stand beside it, and says nothing more. */
function isReference(value: unknown): value is JsonObject {
  if (!isObject(value) || typeof value['@id'] !== 'string') return false;
  return Object.keys(value).every((key) => key === '@id' || key === '@type');
}

function nodesIn(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return isObject(value) ? [value, ...heldBy(value).flatMap(nodesIn)] : [];
}
