/**
 * The least number of people that a figure may be about where its reader may not learn about
 * individuals. Smaller counts are withheld or rounded away; ten is the project's own choice.
 */
export const MIN_DISCLOSED = 10;

/** Returns a count rounded down to a full multiple of `MIN_DISCLOSED`. */
export const roundDownToTens = (count: number): number => count - (count % MIN_DISCLOSED);
