import iconv from 'iconv-lite';

/** Decodes bytes of an encoding, piece by piece. */
export interface ByteDecoder {
  decode: (bytes?: Uint8Array, options?: { stream: boolean }) => string;
}

/**
 * The code pages of DOS in which Excel still saves `CSV (MS-DOS)`: 850 in Western Europe, the
 * Maghreb and Latin America, 720 in Arabic. TextDecoder has neither.
 */
const ofDos: readonly string[] = ['cp850', 'cp720'];

/** Returns a decoder for an encoding that `legacyEncoding` returns or TextDecoder knows. */
export function decoderOf(encoding: string): ByteDecoder {
  if (!ofDos.includes(encoding)) return new TextDecoder(encoding);
  return { decode: (bytes = new Uint8Array(0)) => iconv.decode(bytes, encoding) };
}

/** The letters beyond ASCII of French, Spanish, Portuguese, Italian and German. */
const western = /[àâäáãåçéèêëíîïìñóôöòõœæúûüùÿß]/iu;

/**
 * The encodings of one byte a letter in which clerks save tables, with the accented letters that
 * make sense in them, the likely ones first: Windows, Linux (`iso-8859-15`, which has `Œ`), Excel
 * for Mac, DOS, and Arabic Unix. One language of windows-1250 fits its text, and no other does.
 */
const readings: readonly (readonly [encoding: string, accented: RegExp])[] = [
  ['windows-1252', western],
  ['windows-1256', western],
  ['iso-8859-15', western],
  ['macintosh', western],
  ['cp850', western],
  ['iso-8859-6', western],
  ['cp720', western],
  ['windows-1254', /[âçğıîöşûüÂÇĞÎİÖŞÛÜ]/u], // Turkish
  ['windows-1250', /[ąćęłńóśźż]/iu], // Polish
  ['windows-1250', /[áäčďéěíľňóôřšťúůýž]/iu], // Czech and Slovak
  ['windows-1250', /[áéíóöőúüű]/iu], // Hungarian
  ['windows-1250', /[ăâîşţ]/iu], // Romanian
  ['windows-1250', /[čćđšž]/iu], // Croatian
  ['windows-1251', western], // Cyrillic
];

/**
 * Returns the encoding in which a text that is no Unicode reads best: accents stand alone between
 * letters of their case, Arabic and Cyrillic letters stand together, and signs stand outside words.
 */
export function legacyEncoding(sample: Uint8Array): string {
  let best = { encoding: 'windows-1252', worth: -Infinity };
  for (const [encoding, accented] of readings) {
    // Not as a stream, Node 20 decodes windows-1252 as ISO-8859-1, without `Œ` and `’`.
    const worth = worthOf(decoderOf(encoding).decode(sample, { stream: true }), accented);
    if (worth > best.worth) best = { encoding, worth };
  }
  return best.encoding;
}

/** The most characters beyond ASCII that are judged. */
const MOST_JUDGED = 2_000;

/** Matches a character beyond ASCII, with those beside it. */
const beyondAscii = /(?<=(?<far>.?)(?<before>.?))(?<letter>[^\p{ASCII}])(?=(?<after>.?))/gsu;

function worthOf(text: string, accented: RegExp): number {
  let [worth, judged] = [0, 0];
  for (const { groups } of text.matchAll(beyondAscii)) {
    if (++judged > MOST_JUDGED) break;
    const { far = '', before = '', letter = '', after = '' } = groups ?? {};
    if (arabic.test(letter)) worth += ofArabic(before, after);
    else if (cyrillic.test(letter)) worth += ofCyrillic(before, letter, after);
    else if (accented.test(letter)) worth += ofAccented(before, letter, after);
    else worth += ofSign(far + before, letter, after);
  }
  return worth;
}

const arabic = /\p{Script=Arabic}|[\u064b-\u0652]/u;
const cyrillic = /\p{Script=Cyrillic}/u;
const latin = /\p{Script=Latin}/u;
/** The most frequent of them in French and Spanish, which decide between equals. */
const frequent = /[éèàçêñóíáú]/iu;
const isWord = /\p{L}/u;
const isFurther = /[^\p{ASCII}\P{L}]/u;
const isLower = /\p{Ll}/u;
const isUpper = /\p{Lu}/u;

function ofArabic(before: string, after: string): number {
  if (latin.test(before) || latin.test(after)) return -1;
  return arabic.test(before) || arabic.test(after) ? 1 : 0;
}

/** Matches a western letter between its neighbours where only another of its code stands. */
const misplaced = new RegExp(
  [
    '.è[aeiouyáéíóúý]', // č
    '.[ìù]\\p{L}', // ě, ů
    '.õ(?![ei])', // ő
    '.ã(?![eios])\\p{L}', // ă
    '[aeiouyáéíóúý][øæ]', // ř, ć
    '.[øæ][aeiouyáéíóúý]',
    '.ñ(?![aeiouáéíóúü])', // ń
  ]
    .map((form) => `^${form}`)
    .join('|'),
  'isu',
);

/** Returns whether a word goes on in capitals after a small letter. */
const isBroken = (before: string, letter: string, after: string): boolean =>
  isLower.test(letter) ? isUpper.test(after) : isLower.test(before);

function ofCyrillic(before: string, letter: string, after: string): number {
  if (latin.test(before) || latin.test(after) || isBroken(before, letter, after)) return -1;
  return cyrillic.test(before) || cyrillic.test(after) ? 1 : 0;
}

function ofAccented(before: string, letter: string, after: string): number {
  if (isBroken(before, letter, after) || arabic.test(before) || arabic.test(after)) return -1;
  if (misplaced.test(`${before || ' '}${letter}${after}`)) return -1;
  // Arabic letters that are misread stand together too.
  if (isFurther.test(before) || isFurther.test(after)) return 0;
  const isPart = isWord.test(before) || isWord.test(after) || /[àéèóí]/i.test(letter);
  return isPart ? (frequent.test(letter) ? 1.2 : 1) : 0;
}

/** Matches `l’été`, `N’Diaye`, `dell’uso`, which `í` in another encoding may look like. */
const apostrophe = /(?:^|\P{L})\p{L}’\p{L}|[lnt]’[aeiouyhéèàêâ]|’s/iu;

/** `before` holds the two characters before the sign. */
function ofSign(before: string, sign: string, after: string): number {
  if (/[\u0080-\u009f\ufffd]/.test(sign)) return -2;
  const last = before.slice(-1);
  if (/[°ºª]/.test(sign)) return /[n\d.]/i.test(last) && !isLower.test(after) ? 1 : 0;
  if (sign === '’' && apostrophe.test(`${before}’${after}`)) return 1.2;
  if (/[¿¡]/.test(sign) && isWord.test(after) && !isWord.test(last)) return 1;
  const isWithin = isWord.test(last) && isWord.test(after);
  if (/[\u00a0«»“”‘’–—…€•·،؛؟]/.test(sign)) return isWithin && sign !== '’' ? -1 : 0;
  return isWord.test(last) || isWord.test(after) ? -1 : 0;
}
