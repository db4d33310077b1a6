/**
 * One word of a name in forms that compare equal however it was written down: Mohamed, Mohammed,
 * Muhammad and محمد have one skeleton, and so have El Alami, Alami and العلمي.
 */
export interface NameForm {
  /** Consonants alone, doubled ones once: Arabic writes no short vowels, and Latin writes any. */
  skeleton: string;
  /** With its vowels, of which three are told apart; null for Arabic, whose vowels nobody knows. */
  spoken: string | null;
}

/** Letters of Arabic as consonants; those that are left out are vowels, or written in many ways. */
const arabicLetters: Readonly<Record<string, string>> = {
  ب: 'b', پ: 'b', ت: 't', ث: 't', ج: 'j', چ: 'j', ح: 'h', خ: 'x', د: 'd', ذ: 'd', ر: 'r', ز: 'z', س: 's',
  ش: 'S', ص: 's', ض: 'd', ط: 't', ظ: 'd', غ: 'g', ڭ: 'g', گ: 'g', ف: 'f', ڤ: 'f', ق: 'k', ك: 'k', ک: 'k',
  ل: 'l', م: 'm', ن: 'n', ه: 'h',
}; // prettier-ignore

/** How French, Spanish and English write one sound; in this order. */
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

/** e and y are heard as i, o and w as u; an e or h at the end is silent. */
const vowelSounds: readonly [RegExp, string][] = [
  [/[eh]$/, ''],
  [/ou|oo|[ow]/g, 'u'],
  [/[ey]/g, 'i'],
  [/(.)\1+/g, '$1'],
];

const vowels = /[aeiouwy]/g;

/** Words that belong to the next: Ben Ali is Benali, Abd el-Kader is Abdelkader. */
const joining =
  /^(abd(?:[aeu][a-z])?|ben|bin|ibn|bou|abou|abu|ait|ould|oulad|عبد|بن|ابن|بو|ابو|ايت|ولد)$/;

/** Words that belong to the one before: Nour Eddine is Noureddine. */
const joined = /^((?:[aeu]d)?d[iy]ne?|udd?in|دين|الدين)$/;

/** How Mohamed is shortened, and the two names that are as often one word. */
const shortened: readonly [RegExp, string][] = [
  [/^(m[eo]?d|mohd|mohamd)$/, 'mohamed'],
  [/^fatima(?=e?z+[ao]h)/, 'fatima '],
];

/** With the first letter of the next word in place of the l, as it is heard: Ez-Zahra, Er-Rahman. */
const articles = /^([ae][dlnrstz]|ul|ech|l|ال)$/;

const arabic = /\p{Script=Arabic}/u;

/** Servant of one of the names of God: its article stands inside one word, and leaves a vowel, as in Abd(a)hak. */
const servant = /^abd(?:[aeu]l|[aeu])?(?=[^aeiou]|ou[aei]|allah|ellah)/;

const arabicServant = /^عبدال/;

/** The words of a name, articles left out. */
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

/** Without the article of Arabic: within a name it is always one, at its start only of words that are long enough. */
function bare(word: string, isWithin: boolean): string {
  const hasArticle = isWithin || word.length > 4 || word === 'الله';
  return hasArticle ? word.replace(/^ال(?!ياس$|هام$)/, '') : word;
}

/** Lower case, without accents, signs of Arabic, hamza or apostrophes. */
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

/** Doubled consonants once, and no h at the end, which stands for a vowel there. */
function skeletonOf(consonants: string): string {
  const once = consonants.replace(/(.)\1+/g, '$1');
  return once.length > 1 ? once.replace(/h$/, '') : once;
}
