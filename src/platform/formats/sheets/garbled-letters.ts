/** What bytes of UTF-8 beyond the first look like in Windows-1252. */
const further = '\\u0080-\\u009f\\u00a1-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

/** Matches every cell that `garbled` matches, and few others. */
const mayBeGarbled = /[\uFFFDÃÂØÙŠŽ‚¤]/;

/**
 * Matches letters of another encoding than the one in which the file was opened, and perhaps saved
 * again: `HÃ©lÃ¨ne` and `Ø§Ù„` of UTF-8, `Jos‚` and `Pe¤a` of DOS, `JosŽ` of older Macs.
 */
const garbled = new RegExp(
  `\uFFFD|[ÃÂ][\u00a0${further}]|[ØÙ][${further}]|\\p{Ll}[ŠŽ]|\\p{L}‚(?!\\s?\\d)|\\p{L}¤\\p{L}`,
  'u',
);

/** Returns whether a text holds letters that were lost or misread, so that a name would be wrong. */
export const isGarbled = (text: string): boolean => mayBeGarbled.test(text) && garbled.test(text);
