/** Words for an opening that takes no applications, besides `Closed` of the EURES list. */
const notOpen = new Set([
  'inactive',
  'suspended',
  'onhold',
  'filled',
  'cancelled',
  'canceled',
  'expired',
  'withdrawn',
  'deleted',
  'archived',
  'terminated',
  'draft',
  'pending',
  'completed',
  'paused',
  'unpublished',
  'notactive',
]);

/**
 * Returns a status in the form used for look-ups: lower case, without spaces, dashes and
 * underscores.
 */
export function plainStatus(sent: string): string {
  return sent.replace(/[\s_-]/g, '').toLowerCase();
}

/**
 * Returns whether a status means that the opening takes no applications. `plain` comes from
 * `plainStatus`.
 */
export function isNotOpen(plain: string): boolean {
  return notOpen.has(plain);
}
