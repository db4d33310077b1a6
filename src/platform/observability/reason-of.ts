/**
 * Returns the reason of an error in words. If several addresses were tried in vain, Node gives no
 * message; for an answer cut off it gives one word, and `fetch` hides the reason in the cause.
 * Errors are recognised by their members, not by their class, since a class differs between realms.
 */
export function reasonOf(error: unknown): string {
  const { message, errors = [], cause } = error as Partial<AggregateError>;
  if (errors.length > 0) return errors.map(reasonOf).join('; ');
  if (message === 'fetch failed' && cause) return reasonOf(cause);
  return message === 'aborted'
    ? 'The connection was closed before the whole answer arrived.'
    : (message ?? String(error));
}
