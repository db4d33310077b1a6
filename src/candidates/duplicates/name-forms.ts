/**
 * One word of a name, in forms that compare equal however it was spelled. Mohamed, Mohammed,
 * Muhammad and محمد share one skeleton, and so do El Alami, Alami and العلمي.
 */
export interface NameForm {
  /**
   * The consonants alone, doubled ones once: Arabic writes no short vowels, and Latin spellings
   * vary.
   */
  skeleton: string;
  /**
   * The word with its vowels, reduced to three; null for Arabic script, which does not give the
   * vowels.
   */
  spoken: string | null;
}

/** Arabic letters as consonants. Letters left out are vowels, or are written in many ways. */
const arabicLetters: Readonly<Record<string, string>> = {
  ب: 'b', پ: 'b', ت: 't', ث: 't', ج: 'j', چ: 'j', ح: 'h', خ: 'x', د: 'd', ذ: 'd', ر: 'r', ز: 'z', س: 's',
  ش: 'S', ص: 's', ض: 'd', ط: 't', ظ: 'd', غ: 'g', ڭ: 'g', گ: 'g', ف: 'f', ڤ: 'f', ق: 'k', ك: 'k', ک: 'k',
  ل: 'l', م: 'm', ن: 'n', ه: 'h',
}; // prettier-ignore

/** The spellings of one sound in French, Spanish and English, replaced in this order. */
const latinSounds: readonly [RegExp, string][] = [
  [/tch|sch|ch|sh/g, 'S'],
  [/kh/g, 'x'],
  [/gh|^rh/g, 'G'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/dj/g, 'j'],
  [/ph|v/g, 'f'],
  [/gu(?=[ei])/g, 'G'],
  [/g(?=[ei])/g, 'j'],
  [/G/g, 'g'],
  [/ç|c(?=[eiy])/g, 's'],
  [/[cq]/g, 'k'],
  [/p/g, 'b'],
];

/** The sounds of vowels: e and y become i, o and w become u. An e or h at the end is silent. */
const vowelSounds: readonly [RegExp, string][] = [
  [/[eh]$/, ''],
  [/ou|oo|[ow]/g, 'u'],
  [/[ey]/g, 'i'],
  [/(.)\1+/g, '$1'],
];

const vowels = /[aeiouwy]/g;

/** Words that join the next one: Ben Ali is Benali, Abd el-Kader is Abdelkader. */
const joining =
  /^(abd(?:[aeu][a-z])?|ben|bin|ibn|bou|abou|abu|ait|ould|oulad|عبد|بن|ابن|بو|ابو|ايت|ولد)$/;

/** Words that join the one before: Nour Eddine is Noureddine. */
const joined = /^((?:[aeu]d)?d[iy]ne?|udd?in|دين|الدين)$/;

/** The short forms of Mohamed, and Fatima Zahra, which is as often written as one word. */
const shortened: readonly [RegExp, string][] = [
  [/^(m[eo]?d|mohd|mohamd)$/, 'mohamed'],
  [/^fatima(?=e?z+[ao]h)/, 'fatima '],
];

/**
 * Articles. The l may become the first letter of the next word, as it is spoken: Ez-Zahra,
 * Er-Rahman.
 */
const articles = /^([ae][dlnrstz]|ul|ech|l|ال)$/;

const arabic = /\p{Script=Arabic}/u;

/**
 * "Servant of" a name of God. The article is inside one word, or only a vowel of it is left, as in
 * Abd(a)hak.
 */
const servant = /^abd(?:[aeu]l|[aeu])?(?=[^aeiou]|ou[aei]|allah|ellah)/;

const arabicServant = /^عبدال/;

/** Returns the words of a name without articles. */
export function nameForms(name: string): NameForm[] {
  const words: string[] = [];
  let before = '';
  for (const word of plainWords(name)) {
    if (articles.test(word)) continue;
    if (joining.test(word)) {
      before += word;
    } else if (before === '' && joined.test(word) && words.length > 0) {
      words.push(`${words.pop() ?? ''}${bare(word, true)}`);
    } else {
      words.push(before + bare(word, before !== ''));
      before = '';
    }
  }
  if (before !== '') words.push(before);
  return words.map(formOf).filter(({ skeleton }) => skeleton !== '');
}

/**
 * Removes the Arabic article. Inside a name the letters are always the article; at its start only
 * if the word is long enough.
 */
function bare(word: string, isWithin: boolean): string {
  const hasArticle = isWithin || word.length > 4 || word === 'الله';
  return hasArticle ? word.replace(/^ال(?!ياس$|هام$)/, '') : word;
}

/** Splits a name into words in lower case, without accents, Arabic marks, hamza or apostrophes. */
function plainWords(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}ـ'’ʿʾ`´]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .flatMap((word) => replaced(word, shortened).split(' '))
    .filter(Boolean);
}

function formOf(word: string): NameForm {
  if (arabic.test(word)) {
    const letters = [...word.replace(arabicServant, 'عبد')];
    const sounds = letters.map((letter) => arabicLetters[letter] ?? '').join('');
    return { skeleton: skeletonOf(sounds), spoken: null };
  }
  const spelled = word.replace(servant, 'abda').replace(/(.)\1/g, '$1');
  const sounds = replaced(spelled, latinSounds);
  return {
    skeleton: skeletonOf(sounds.replace(vowels, '')),
    spoken: replaced(sounds, vowelSounds),
  };
}

const replaced = (word: string, pairs: readonly [RegExp, string][]): string =>
  pairs.reduce((sofar, [written, sound]) => sofar.replace(written, sound), word);

/** Reduces doubled consonants to one and drops an h at the end, which stands for a vowel there. */
function skeletonOf(consonants: string): string {
  const once = consonants.replace(/(.)\1+/g, '$1');
  return once.length > 1 ? once.replace(/h$/, '') : once;
}
