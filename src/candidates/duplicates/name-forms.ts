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
  [/gh/g, 'g'],
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

/** With the first letter of the next word in place of the l, as it is heard: Ez-Zahra, Er-Rahman. */
const articles = /^([ae][dlnrstz]|ul|ech|l|ال)$/;

const arabic = /\p{Script=Arabic}/u;

/** Servant of one of the names of God: its article stands inside one word. */
const servant = /^abd(?:[aeu]l|[aeu])?(?=[^aeiou]|allah|ellah)/;

/** The words of a name, articles left out. */
export function nameForms(name: string): NameForm[] {
  const forms: NameForm[] = [];
  let before = '';
  for (const word of plainWords(name)) {
    if (articles.test(word)) continue;
    if (joining.test(word)) {
      before += word;
      continue;
    }
    forms.push(formOf(before, word));
    before = '';
  }
  if (before !== '') forms.push(formOf('', before));
  return forms.filter(({ skeleton }) => skeleton !== '');
}

/** Lower case, without accents, signs of Arabic, hamza or apostrophes. */
function plainWords(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}ـ'’ʿʾ`´]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
}

function formOf(before: string, word: string): NameForm {
  if (arabic.test(word)) {
    return { skeleton: skeletonOf(arabicSounds(before) + arabicSounds(word)), spoken: null };
  }
  const spelled = (before + word).replace(servant, 'abd').replace(/(.)\1/g, '$1');
  const sounds = replaced(spelled, latinSounds);
  return {
    skeleton: skeletonOf(sounds.replace(vowels, '')),
    spoken: replaced(sounds, vowelSounds),
  };
}

const replaced = (word: string, pairs: readonly [RegExp, string][]): string =>
  pairs.reduce((sofar, [written, sound]) => sofar.replace(written, sound), word);

function arabicSounds(word: string): string {
  const bare = word.length > 4 || word === 'الله' ? word.replace(/^ال/, '') : word;
  return [...bare].map((letter) => arabicLetters[letter] ?? '').join('');
}

/** Doubled consonants once, and no h at the end, which stands for a vowel there. */
function skeletonOf(consonants: string): string {
  const once = consonants.replace(/(.)\1+/g, '$1');
  return once.length > 1 ? once.replace(/h$/, '') : once;
}
