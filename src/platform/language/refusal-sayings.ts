import type { InEach, InOthers, Language } from './language.ts';

/** The refusal of a period that ends before it starts. */
export const outOfOrder: InEach = {
  en: 'The end date is before the start date. Correct one of the two.',
  fr: 'La date de fin précède la date de début. Corrigez l’une des deux.',
  es: 'La fecha de fin es anterior a la de inicio. Corrija una de las dos.',
  ar: 'تاريخ النهاية قبل تاريخ البداية. صححوا أحدهما.',
};

/**
 * What the checks of our own JSON say in English, and the same in the other languages. The member
 * is left out, since its pointer is given beside the text. `{}` stands for the first group of the
 * pattern. They follow the text, as findings are stored with nothing else; a test fails if a check
 * says anything that no pattern knows.
 */
const sayings: readonly (readonly [form: RegExp, said: InOthers])[] = [
  [/(?:should not exist|is not a known member)$/, { fr: 'ce membre est inconnu, supprimez-le', es: 'este miembro es desconocido, elimínelo', ar: 'هذا العضو غير معروف، احذفوه' }],
  [/(?:should not exist: did|is not a known member\. Did) you mean (\w+)\?$/, { fr: 'ce membre est inconnu. Vouliez-vous dire {} ?', es: 'este miembro es desconocido. ¿Quiso decir {}?', ar: 'هذا العضو غير معروف. هل تقصدون {}؟' }],
  [/must be one of the following values: (.*)$/, { fr: 'indiquez l’une de ces valeurs : {}', es: 'indique uno de estos valores: {}', ar: 'اختاروا إحدى هذه القيم: {}' }],
  [/must be a string$/, { fr: 'indiquez un texte', es: 'indique un texto', ar: 'اكتبوا نصا' }],
  [/must be an integer number$/, { fr: 'indiquez un nombre entier', es: 'indique un número entero', ar: 'اكتبوا عددا صحيحا' }],
  [/must be a number conforming to the specified constraints$/, { fr: 'indiquez un nombre', es: 'indique un número', ar: 'اكتبوا عددا' }],
  [/must be a number with at most (\d+) decimals$/, { fr: 'indiquez un nombre avec au plus {} décimales', es: 'indique un número con {} decimales como máximo', ar: 'اكتبوا عددا لا تتجاوز أرقامه العشرية {}' }],
  [/must be a positive number$/, { fr: 'indiquez un nombre supérieur à 0', es: 'indique un número mayor que 0', ar: 'اكتبوا عددا أكبر من 0' }],
  [/must not be less than (\S+)$/, { fr: 'la valeur ne doit pas être inférieure à {}', es: 'el valor no debe ser inferior a {}', ar: 'يجب ألا تقل القيمة عن {}' }],
  [/must not be greater than (\S+)$/, { fr: 'la valeur ne doit pas dépasser {}', es: 'el valor no debe ser superior a {}', ar: 'يجب ألا تتجاوز القيمة {}' }],
  [/must be shorter than or equal to (\d+) characters$/, { fr: 'indiquez au plus {} caractères', es: 'indique como máximo {} caracteres', ar: 'يجب ألا يتجاوز عدد الحروف {}' }],
  [/(?:should not be empty|is missing)$/, { fr: 'indiquez une valeur', es: 'indique un valor', ar: 'اكتبوا قيمة' }],
  [/must be an array$/, { fr: 'indiquez une liste [...]', es: 'indique una lista [...]', ar: 'اكتبوا قائمة [...]' }],
  [/must contain no more than (\d+) elements$/, { fr: 'indiquez au plus {} éléments', es: 'indique como máximo {} elementos', ar: 'يجب ألا يتجاوز عدد العناصر {}' }],
  [/must contain at least (\d+) elements$/, { fr: 'indiquez au moins {} éléments', es: 'indique al menos {} elementos', ar: 'يجب ألا يقل عدد العناصر عن {}' }],
  [/elements must be unique$/, { fr: 'indiquez chaque élément une seule fois', es: 'indique cada elemento una sola vez', ar: 'اذكروا كل عنصر مرة واحدة فقط' }],
  [/must be longer than or equal to (\d+) characters$/, { fr: 'indiquez au moins {} caractères', es: 'indique al menos {} caracteres', ar: 'يجب ألا يقل عدد الحروف عن {}' }],
  [/should not be equal to (\S+)$/, { fr: 'indiquez une autre valeur que {}', es: 'indique un valor distinto de {}', ar: 'اكتبوا قيمة غير {}' }],
  [/must be a URL address$/, { fr: 'indiquez une adresse web', es: 'indique una dirección web', ar: 'اكتبوا عنوانا على شبكة الإنترنت' }],
  [/must be a boolean value$/, { fr: 'indiquez true ou false', es: 'indique true o false', ar: 'اكتبوا true أو false' }],
  [/must match (.+) regular expression$/, { fr: 'respectez cette forme : {}', es: 'respete esta forma: {}', ar: 'التزموا بهذه الصيغة: {}' }],
  [/must be a UUID$/, { fr: 'indiquez un UUID', es: 'indique un UUID', ar: 'اكتبوا معرّف UUID' }],
  [/must be an ISO 3166-1 alpha-2 code of a country, such as MA$/, { fr: 'indiquez un code de pays ISO 3166-1 alpha-2, par exemple MA', es: 'indique un código de país ISO 3166-1 alfa-2, por ejemplo MA', ar: 'اكتبوا رمز بلد من حرفين وفق ISO 3166-1، مثل MA' }],
  [/must be an ISO 639-1 code of a language, such as fr$/, { fr: 'indiquez un code de langue ISO 639-1, par exemple fr', es: 'indique un código de idioma ISO 639-1, por ejemplo es', ar: 'اكتبوا رمز لغة وفق ISO 639-1، مثل ar' }],
  [/must be an ISO 4217 code of a currency, such as EUR$/, { fr: 'indiquez un code de monnaie ISO 4217, par exemple EUR', es: 'indique un código de moneda ISO 4217, por ejemplo EUR', ar: 'اكتبوا رمز عملة وفق ISO 4217، مثل EUR' }],
  [/must be a group of ISCO-08, such as 7212$/, { fr: 'indiquez un groupe de la CITP-08 (ISCO), par exemple 7212', es: 'indique un grupo de la CIUO-08 (ISCO), por ejemplo 7212', ar: 'اكتبوا مجموعة من التصنيف الدولي الموحد للمهن (ISCO-08)، مثل 7212' }],
  [/must be a NUTS code, such as ES61$/, { fr: 'indiquez un code NUTS, par exemple ES61', es: 'indique un código NUTS, por ejemplo ES61', ar: 'اكتبوا رمز NUTS، مثل ES61' }],
  [/must be a language with its level of the CEFR, such as fr:B1$/, { fr: 'indiquez une langue et son niveau du CECRL, par exemple fr:B1', es: 'indique un idioma con su nivel del MCER, por ejemplo fr:B1', ar: 'اكتبوا لغة مع مستواها وفق CEFR، مثل fr:B1' }],
  [/must be a moment such as 2026-11-24T12:00:00Z$/, { fr: 'indiquez une date et une heure, par exemple 2026-11-24T12:00:00Z', es: 'indique una fecha y una hora, por ejemplo 2026-11-24T12:00:00Z', ar: 'اكتبوا تاريخا وساعة، مثل 2026-11-24T12:00:00Z' }],
  [/must be a date, such as 24\/11\/2026$/, { fr: 'indiquez une date, par exemple 24/11/2026', es: 'indique una fecha, por ejemplo 24/11/2026', ar: 'اكتبوا تاريخا، مثل 24/11/2026' }],
  [/must be a date that exists, such as 2026-11-24$/, { fr: 'indiquez une date qui existe, sous la forme aaaa-mm-jj, par exemple 2026-11-24', es: 'indique una fecha que exista, con la forma aaaa-mm-dd, por ejemplo 2026-11-24', ar: 'اكتبوا تاريخا موجودا بصيغة 2026-11-24' }],
  [/must be (?:an object|either object or array)$/, { fr: 'indiquez un objet {...}', es: 'indique un objeto {...}', ar: 'اكتبوا كائنا {...}' }],
  [/must be a group of ISCO-08 of 1 to 3 digits$/, { fr: 'indiquez un groupe de la CITP-08 (ISCO) de 1 à 3 chiffres', es: 'indique un grupo de la CIUO-08 (ISCO) de 1 a 3 cifras', ar: 'اكتبوا مجموعة من التصنيف الدولي الموحد للمهن (ISCO-08) من 1 إلى 3 أرقام' }],
  [/must be a kind of document and its number, such as passport:AB123456$/, { fr: 'indiquez le type de document et son numéro, par exemple passport:AB123456', es: 'indique el tipo de documento y su número, por ejemplo passport:AB123456', ar: 'اكتبوا نوع الوثيقة ورقمها، مثل passport:AB123456' }],
  [/must be one line of 1 to 300 characters$/, { fr: 'indiquez une seule ligne de 1 à 300 caractères', es: 'indique una sola línea de 1 a 300 caracteres', ar: 'اكتبوا سطرا واحدا من 1 إلى 300 حرف' }],
  [/must be a category of driving licence, such as C1E$/, { fr: 'indiquez une catégorie de permis de conduire, par exemple C1E', es: 'indique una clase de permiso de conducir, por ejemplo C1E', ar: 'اكتبوا صنفا من رخصة السياقة، مثل C1E' }],
  [/must be the code of a rule, such as labour-market-test.fi$/, { fr: 'indiquez le code d’une règle, par exemple labour-market-test.fi', es: 'indique el código de una norma, por ejemplo labour-market-test.fi', ar: 'اكتبوا رمز قاعدة، مثل labour-market-test.fi' }],
  [/must be a category of permit, such as seasonal$/, { fr: 'indiquez une catégorie de titre de séjour, par exemple seasonal', es: 'indique una categoría de permiso, por ejemplo seasonal', ar: 'اكتبوا صنفا من رخصة الإقامة، مثل seasonal' }],
  [/must be a code such as ES61 or 9211$/, { fr: 'indiquez un code, par exemple ES61 ou 9211', es: 'indique un código, por ejemplo ES61 o 9211', ar: 'اكتبوا رمزا، مثل ES61 أو 9211' }],
  [/must be 64 hexadecimal digits in lower case$/, { fr: 'indiquez 64 chiffres hexadécimaux en minuscules', es: 'indique 64 cifras hexadecimales en minúsculas', ar: 'اكتبوا 64 رقما سداسيا عشريا بحروف صغيرة' }],
  [/must be an email$/, { fr: 'indiquez une adresse électronique', es: 'indique una dirección de correo electrónico', ar: 'اكتبوا عنوان بريد إلكتروني' }],
  [/must be a field of ISCED-F 2013, such as 0913$/, { fr: 'indiquez un domaine de la CITE-F 2013 (ISCED-F), par exemple 0913', es: 'indique un campo de la CINE-F 2013 (ISCED-F), por ejemplo 0913', ar: 'اكتبوا تخصصا من التصنيف ISCED-F 2013، مثل 0913' }],
  [/must hold one consent to each purpose on a day$/, { fr: 'indiquez un seul consentement par finalité et par jour, avec toutes ses rubriques et tous ses pays', es: 'indique un solo consentimiento por finalidad y día, con todas sus secciones y todos sus países', ar: 'اذكروا موافقة واحدة لكل غرض في اليوم، بجميع أقسامها وبلدانها' }],
  [/must be titles and descriptions by ISO 639-1 code$/, { fr: 'indiquez des titres et des descriptions par code de langue ISO 639-1 : {"fr": {"title": ...}}', es: 'indique títulos y descripciones por código de idioma ISO 639-1: {"fr": {"title": ...}}', ar: 'اكتبوا العناوين والأوصاف حسب رمز اللغة في ISO 639-1: {"fr": {"title": ...}}' }],
  [/^(?:It ends before it starts\.|The end date is before the start date\. Correct one of the two\.)$/, outOfOrder],
  [/must be named$/, { fr: 'indiquez un nom', es: 'indique un nombre', ar: 'اكتبوا الاسم' }],
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
