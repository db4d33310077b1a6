/**
 * The least number of people that a figure may be about where its reader may not learn about
 * individuals. Smaller counts are withheld or rounded away; ten is the project's own choice.
 */
export const MIN_DISCLOSED = 10;

/**
 * Returns a count rounded towards zero to a full multiple of `MIN_DISCLOSED`. Exact counts, though
 * none is small, reveal small ones: as the difference between two groups, two questions or two
 * days.
 */
export const roundDownToTens = (count: number): number => count - (count % MIN_DISCLOSED);

/** Returns a count in full tens; null for fewer than ten people. */
export const discloseCount = (count: number): number | null =>
  count < MIN_DISCLOSED ? null : roundDownToTens(count);
