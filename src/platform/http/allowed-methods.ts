import type { Express, Request } from 'express';

/** What Express knows about a route. Its types leave out both members. */
interface RoutedLayer {
  route?: { methods: Readonly<Record<string, boolean>> };
  match: (path: string) => boolean;
}

/**
 * Returns the methods that an address takes, for Allow (RFC 9110, 10.2.1). They are the same for
 * every caller, since the API document lists them publicly. Empty if the address is unknown.
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
