import type { Express, Request } from 'express';

/** What Express knows of a route; its types leave out both members. */
interface RoutedLayer {
  route?: { methods: Readonly<Record<string, boolean>> };
  match: (path: string) => boolean;
}

/**
 * The methods that an address takes, for Allow (RFC 9110, 10.2.1): the same for everybody, as the API document tells
 * them to everybody. Empty for an address that is none.
 */
export function methodsAt({ app, path }: Request): readonly string[] {
  const layers = (app as Express).router.stack as unknown as readonly RoutedLayer[];
  const methods = layers
    .filter(({ route }) => route !== undefined)
    .filter((layer) => layer.match(path))
    .flatMap(({ route }) => Object.keys(route?.methods ?? {}))
    .map((method) => method.toUpperCase());
  if (methods.length === 0) return [];
  if (methods.includes('GET')) methods.push('HEAD');
  return [...new Set([...methods, 'OPTIONS'])].toSorted();
}
