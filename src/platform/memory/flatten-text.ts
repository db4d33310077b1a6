/**
 * Returns a copy of the text in one flat piece that refers to no other text. V8 keeps the whole
 * text of a file in memory for a cell cut out of it, and leaves a concatenated text in pieces. Both
 * are costly for texts that are kept and used often.
 */
export const flattenText = (text: string): string => ` ${text}`.slice(1);
