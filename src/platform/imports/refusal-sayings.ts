import type { InOthers, Language } from '../language/language.ts';

/**
 * What a check of our own JSON says in English, without the member, whose pointer stands beside it, and the same in other
 * languages; `{}` is what the first group has.
 */
const sayings: readonly (readonly [form: RegExp, said: InOthers])[] = [
  [/should not exist$/, { fr: 'ce membre est inconnu', es: 'este miembro es desconocido', ar: 'هذا العضو غير معروف' }],
  [/must be one of the following values: (.*)$/, { fr: 'écrivez l’une de ces valeurs : {}', es: 'escriba uno de estos valores: {}', ar: 'اكتبوا إحدى هذه القيم: {}' }],
  [/must be a string$/, { fr: 'un texte est attendu', es: 'se espera un texto', ar: 'المنتظر نص' }],
  [/must be an integer number$/, { fr: 'un nombre entier est attendu', es: 'se espera un número entero', ar: 'المنتظر عدد صحيح' }],
  [/must be a number conforming to the specified constraints$/, { fr: 'un nombre est attendu', es: 'se espera un número', ar: 'المنتظر عدد' }],
  [/must be a positive number$/, { fr: 'un nombre plus grand que 0 est attendu', es: 'se espera un número mayor que 0', ar: 'المنتظر عدد أكبر من 0' }],
  [/must not be less than (\S+)$/, { fr: 'pas moins de {}', es: 'no menos de {}', ar: 'لا أقل من {}' }],
  [/must not be greater than (\S+)$/, { fr: 'pas plus de {}', es: 'no más de {}', ar: 'لا أكثر من {}' }],
  [/must be shorter than or equal to (\d+) characters$/, { fr: 'au plus {} caractères', es: 'como máximo {} caracteres', ar: 'على الأكثر {} من الحروف' }],
  [/should not be empty$/, { fr: 'une valeur est nécessaire', es: 'se necesita un valor', ar: 'القيمة ضرورية' }],
  [/must be an array$/, { fr: 'une liste [...] est attendue', es: 'se espera una lista [...]', ar: 'المنتظر قائمة [...]' }],
  [/must contain no more than (\d+) elements$/, { fr: 'au plus {} éléments', es: 'como máximo {} elementos', ar: 'على الأكثر {} من العناصر' }],
  [/must be a boolean value$/, { fr: 'écrivez true ou false', es: 'escriba true o false', ar: 'اكتبوا true أو false' }],
  [/must match (.+) regular expression$/, { fr: 'la forme attendue est {}', es: 'la forma esperada es {}', ar: 'الصيغة المنتظرة هي {}' }],
  [/must be (?:yyyy-mm-dd|a calendar date, yyyy-mm-dd|a valid ISO 8601 date string)$/, { fr: 'une date qui existe est attendue, aaaa-mm-jj : 2026-11-24', es: 'se espera una fecha que exista, aaaa-mm-dd: 2026-11-24', ar: 'المنتظر تاريخ موجود بصيغة 2026-11-24' }],
  [/must be (?:an object|either object or array)$/, { fr: 'un objet {...} est attendu', es: 'se espera un objeto {...}', ar: 'المنتظر كائن {...}' }],
  [/must be 64 hexadecimal digits in lower case$/, { fr: '64 chiffres hexadécimaux en minuscules sont attendus', es: 'se esperan 64 cifras hexadecimales en minúsculas', ar: 'المنتظر 64 رقما سداسيا عشريا بحروف صغيرة' }],
  [/must be an email$/, { fr: 'une adresse e-mail est attendue', es: 'se espera una dirección de correo electrónico', ar: 'المنتظر عنوان بريد إلكتروني' }],
  [/must be a field of ISCED-F 2013, such as 0913$/, { fr: "un domaine de la CITE-F 2013 (ISCED-F) est attendu, par exemple 0913", es: 'se espera un campo de la CINE-F 2013 (ISCED-F), por ejemplo 0913', ar: 'المنتظر تخصص من التصنيف ISCED-F 2013، مثل 0913' }],
  [/must be named$/, { fr: 'un nom est nécessaire', es: 'se necesita un nombre', ar: 'الاسم ضروري' }],
]; // prettier-ignore

/** What checks refuse of one value, `; ` between them, in that language; of what we do not know the English. */
export function sayRefusal(message: string, language: Language): string {
  if (language === 'en') return message;
  const said = message.split('; ').map((one) => {
    for (const [form, others] of sayings) {
      const found = form.exec(one);
      if (found) return others[language].replace('{}', () => found[1] ?? '{}');
    }
    return one;
  });
  return [...new Set(said)].join('; ');
}
