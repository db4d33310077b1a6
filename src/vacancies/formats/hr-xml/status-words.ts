/** Words for an opening that nobody can apply to, beside `Closed`, which the EURES list has. */
const notOpen = new Set([
  ...['inactive', 'suspended', 'onhold', 'filled', 'cancelled', 'canceled', 'expired', 'withdrawn'],
  ...['deleted', 'archived', 'terminated', 'draft', 'pending', 'completed', 'paused'],
  ...['unpublished', 'notactive'],
]);

/** A status as it is looked up: in lower case, without spaces, dashes and underscores. */
export function plainStatus(sent: string): string {
  return sent.replace(/[\s_-]/g, '').toLowerCase();
}

/** `plain`: of `plainStatus`. */
export function isNotOpen(plain: string): boolean {
  return notOpen.has(plain);
}
