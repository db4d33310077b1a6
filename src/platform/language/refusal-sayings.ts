import type { InEach, InOthers, Language } from './language.ts';

/** The refusal of a period that ends before it starts. */
export const outOfOrder: InEach = {
  en: 'It ends before it starts.',
  fr: 'La fin est avant le début.',
  es: 'El final es anterior al comienzo.',
  ar: 'تاريخ النهاية قبل تاريخ البداية.',
};

/**
 * What the checks of our own JSON say in English, and the same in the other languages. The member
 * is left out, since its pointer is given beside the text. `{}` stands for the first group of the
 * pattern.
 */
const sayings: readonly (readonly [form: RegExp, said: InOthers])[] = [
  [/should not exist$/, { fr: 'ce membre est inconnu', es: 'este miembro es desconocido', ar: 'هذا العضو غير معروف' }],
  [/should not exist: did you mean (\w+)\?$/, { fr: 'ce membre est inconnu : vouliez-vous dire {} ?', es: 'este miembro es desconocido: ¿quiso decir {}?', ar: 'هذا العضو غير معروف: هل تقصدون {}؟' }],
  [/must be one of the following values: (.*)$/, { fr: 'écrivez l’une de ces valeurs : {}', es: 'escriba uno de estos valores: {}', ar: 'اكتبوا إحدى هذه القيم: {}' }],
  [/must be a string$/, { fr: 'un texte est attendu', es: 'se espera un texto', ar: 'المنتظر نص' }],
  [/must be an integer number$/, { fr: 'un nombre entier est attendu', es: 'se espera un número entero', ar: 'المنتظر عدد صحيح' }],
  [/must be a number conforming to the specified constraints$/, { fr: 'un nombre est attendu', es: 'se espera un número', ar: 'المنتظر عدد' }],
  [/must be a positive number$/, { fr: 'un nombre plus grand que 0 est attendu', es: 'se espera un número mayor que 0', ar: 'المنتظر عدد أكبر من 0' }],
  [/must not be less than (\S+)$/, { fr: 'pas moins de {}', es: 'no menos de {}', ar: 'لا أقل من {}' }],
  [/must not be greater than (\S+)$/, { fr: 'pas plus de {}', es: 'no más de {}', ar: 'لا أكثر من {}' }],
  [/must be shorter than or equal to (\d+) characters$/, { fr: 'au plus {} caractères', es: 'como máximo {} caracteres', ar: 'على الأكثر {} من الحروف' }],
  [/(?:should not be empty|is missing)$/, { fr: 'une valeur est nécessaire', es: 'se necesita un valor', ar: 'القيمة ضرورية' }],
  [/must be an array$/, { fr: 'une liste [...] est attendue', es: 'se espera una lista [...]', ar: 'المنتظر قائمة [...]' }],
  [/must contain no more than (\d+) elements$/, { fr: 'au plus {} éléments', es: 'como máximo {} elementos', ar: 'على الأكثر {} من العناصر' }],
  [/must contain at least (\d+) elements$/, { fr: 'au moins {} éléments', es: 'al menos {} elementos', ar: 'على الأقل {} من العناصر' }],
  [/elements must be unique$/, { fr: 'chaque élément une seule fois', es: 'cada elemento una sola vez', ar: 'كل عنصر مرة واحدة فقط' }],
  [/must be longer than or equal to (\d+) characters$/, { fr: 'au moins {} caractères', es: 'al menos {} caracteres', ar: 'على الأقل {} من الحروف' }],
  [/should not be equal to (\S+)$/, { fr: 'autre chose que {} est attendu', es: 'se espera algo distinto de {}', ar: 'المنتظر شيء غير {}' }],
  [/must be a URL address$/, { fr: 'une adresse du web est attendue', es: 'se espera una dirección web', ar: 'المنتظر عنوان على الشبكة' }],
  [/must be a boolean value$/, { fr: 'écrivez true ou false', es: 'escriba true o false', ar: 'اكتبوا true أو false' }],
  [/must match (.+) regular expression$/, { fr: 'la forme attendue est {}', es: 'la forma esperada es {}', ar: 'الصيغة المنتظرة هي {}' }],
  [/must be a UUID$/, { fr: 'un UUID est attendu', es: 'se espera un UUID', ar: 'المنتظر معرّف UUID' }],
  [/must be an ISO 3166-1 alpha-2 code of a country, such as MA$/, { fr: 'un code de pays ISO 3166-1 alpha-2 est attendu, par exemple MA', es: 'se espera un código de país ISO 3166-1 alfa-2, por ejemplo MA', ar: 'المنتظر رمز بلد وفق ISO 3166-1 من حرفين، مثل MA' }],
  [/must be an ISO 639-1 code of a language, such as fr$/, { fr: 'un code de langue ISO 639-1 est attendu, par exemple fr', es: 'se espera un código de lengua ISO 639-1, por ejemplo es', ar: 'المنتظر رمز لغة وفق ISO 639-1، مثل ar' }],
  [/must be an ISO 4217 code of a currency, such as EUR$/, { fr: 'un code de monnaie ISO 4217 est attendu, par exemple EUR', es: 'se espera un código de moneda ISO 4217, por ejemplo EUR', ar: 'المنتظر رمز عملة وفق ISO 4217، مثل EUR' }],
  [/must be a group of ISCO-08, such as 7212$/, { fr: 'un groupe de la CITP-08 (ISCO) est attendu, par exemple 7212', es: 'se espera un grupo de la CIUO-08 (ISCO), por ejemplo 7212', ar: 'المنتظر مجموعة من ISCO-08، مثل 7212' }],
  [/must be a NUTS code, such as ES61$/, { fr: 'un code NUTS est attendu, par exemple ES61', es: 'se espera un código NUTS, por ejemplo ES61', ar: 'المنتظر رمز NUTS، مثل ES61' }],
  [/must be a language with its level of the CEFR, such as fr:B1$/, { fr: 'une langue et son niveau du CECRL sont attendus, par exemple fr:B1', es: 'se espera una lengua con su nivel del MCER, por ejemplo fr:B1', ar: 'المنتظر لغة مع مستواها وفق CEFR، مثل fr:B1' }],
  [/must be a moment such as 2026-11-24T12:00:00Z$/, { fr: 'un instant est attendu, par exemple 2026-11-24T12:00:00Z', es: 'se espera un instante, por ejemplo 2026-11-24T12:00:00Z', ar: 'المنتظر لحظة، مثل 2026-11-24T12:00:00Z' }],
  [/must be a date, such as 24\/11\/2026$/, { fr: 'une date est attendue, par exemple 24/11/2026', es: 'se espera una fecha, por ejemplo 24/11/2026', ar: 'المنتظر تاريخ، مثل 24/11/2026' }],
  [/must be a date that exists, such as 2026-11-24$/, { fr: 'une date qui existe est attendue, aaaa-mm-jj : 2026-11-24', es: 'se espera una fecha que exista, aaaa-mm-dd: 2026-11-24', ar: 'المنتظر تاريخ موجود بصيغة 2026-11-24' }],
  [/must be (?:an object|either object or array)$/, { fr: 'un objet {...} est attendu', es: 'se espera un objeto {...}', ar: 'المنتظر كائن {...}' }],
  [/must be a group of ISCO-08 of 1 to 3 digits$/, { fr: 'un groupe de la CITP-08 (ISCO) de 1 à 3 chiffres est attendu', es: 'se espera un grupo de la CIUO-08 (ISCO) de 1 a 3 cifras', ar: 'المنتظر مجموعة من ISCO-08 من 1 إلى 3 أرقام' }],
  [/must be a kind of document and its number, such as passport:AB123456$/, { fr: 'la sorte du document et son numéro sont attendus, par exemple passport:AB123456', es: 'se esperan la clase de documento y su número, por ejemplo passport:AB123456', ar: 'المنتظر نوع الوثيقة ورقمها، مثل passport:AB123456' }],
  [/must be one line of 1 to 300 characters$/, { fr: 'une ligne de 1 à 300 caractères est attendue', es: 'se espera una línea de 1 a 300 caracteres', ar: 'المنتظر سطر واحد من 1 إلى 300 حرف' }],
  [/must be a category of driving licence, such as C1E$/, { fr: 'une catégorie de permis de conduire est attendue, par exemple C1E', es: 'se espera una clase de permiso de conducir, por ejemplo C1E', ar: 'المنتظر صنف من رخص السياقة، مثل C1E' }],
  [/must be the code of a rule, such as labour-market-test.fi$/, { fr: "le code d'une règle est attendu, par exemple labour-market-test.fi", es: 'se espera el código de una norma, por ejemplo labour-market-test.fi', ar: 'المنتظر رمز قاعدة، مثل labour-market-test.fi' }],
  [/must be a category of permit, such as seasonal$/, { fr: 'une catégorie de titre est attendue, par exemple seasonal', es: 'se espera una categoría de permiso, por ejemplo seasonal', ar: 'المنتظر صنف من رخص الإقامة، مثل seasonal' }],
  [/must be a code such as ES61 or 9211$/, { fr: 'un code est attendu, comme ES61 ou 9211', es: 'se espera un código, como ES61 o 9211', ar: 'المنتظر رمز، مثل ES61 أو 9211' }],
  [/must be 64 hexadecimal digits in lower case$/, { fr: '64 chiffres hexadécimaux en minuscules sont attendus', es: 'se esperan 64 cifras hexadecimales en minúsculas', ar: 'المنتظر 64 رقما سداسيا عشريا بحروف صغيرة' }],
  [/must be an email$/, { fr: 'une adresse e-mail est attendue', es: 'se espera una dirección de correo electrónico', ar: 'المنتظر عنوان بريد إلكتروني' }],
  [/must be a field of ISCED-F 2013, such as 0913$/, { fr: "un domaine de la CITE-F 2013 (ISCED-F) est attendu, par exemple 0913", es: 'se espera un campo de la CINE-F 2013 (ISCED-F), por ejemplo 0913', ar: 'المنتظر تخصص من التصنيف ISCED-F 2013، مثل 0913' }],
  [/must hold one consent to each purpose on a day$/, { fr: 'un seul consentement à une finalité par jour : réunissez ses rubriques et ses pays', es: 'un solo consentimiento para cada finalidad por día: reúna sus secciones y sus países', ar: 'موافقة واحدة على كل غرض في اليوم: اجمعوا أقسامها وبلدانها' }],
  [/must be titles and descriptions by ISO 639-1 code$/, { fr: 'des titres et des descriptions par code ISO 639-1 sont attendus : {"fr": {"title": ...}}', es: 'se esperan títulos y descripciones por código ISO 639-1: {"fr": {"title": ...}}', ar: 'المنتظر عناوين وأوصاف حسب رمز ISO 639-1: {"fr": {"title": ...}}' }],
  [/^It ends before it starts\.$/, outOfOrder],
  [/must be named$/, { fr: 'un nom est nécessaire', es: 'se necesita un nombre', ar: 'الاسم ضروري' }],
]; // prettier-ignore

/**
 * Translates what checks say of one value, several messages joined by `; `. A message that is not
 * known stays in English.
 */
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
