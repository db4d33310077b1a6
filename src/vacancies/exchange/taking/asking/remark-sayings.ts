import { type Sayings, speakerOf } from '../../../../platform/language/speaker.ts';

const english = {
  sentences: {
    'source-status': '{path}: HTTP status {status}.',
    'source-redirects': '{path}: HTTP status {status}; redirects are not followed. Enter the address to which it leads.',
    'source-unreachable': '{path}: no answer could be received: {reason}',
    'answer-invalid': '{path}: the answer is not valid: {reason}',
    'list-missing': 'the list "{lists}" is missing.',
    'list-too-long': 'it lists more than {most} vacancies.',
    'details-stopped': '{path}: no details come any more.',
    'fault-here': 'The answer could not be stored because of a fault on our side. The operator finds the reason in the log.',
    'changes-only': '{failure} Only the changes were requested instead.',
    'entries-unreadable': 'Entries without a readable vacancy: {number}. The first: {example}.',
    'entry-malformed': 'an entry is not valid JSON: {reason}',
    'entry-no-object': 'an entry is no object',
    'reference-unreadable': '"reference" is no text of 1 to 200 letters: {shown}',
    'status-unknown': '"status" of {reference} is unknown: {shown}',
    'stamp-missing': '{reference} has no "lastModificationTimestamp" in milliseconds: {shown}',
    'stamps-in-future': 'Vacancies with a timestamp in the future: {number}, such as {reference}.',
    unlisted: 'Vacancies no longer listed: {number}. They are closed if they are still missing a day later.',
    'unlisted-too-many': 'Vacancies no longer listed: {number} of {known}. That is too many at once: they are closed only if they are missing seven days in a row.',
    'details-missing': 'Vacancies received without details: {number}.',
    'details-failed': 'Vacancies received without details: {number} ({failure}).',
    'not-storable': 'Vacancies that could not be stored: {number}. The first: {reference}: {reason}.',
  },
  counted: {},
}; // prettier-ignore

/** What a remark is about; stable. */
export type RemarkCode = keyof typeof english.sentences;

type Words = Sayings<RemarkCode, never>;

const french: Words = {
  sentences: {
    'source-status': '{path} : statut HTTP {status}.',
    'source-redirects': '{path} : statut HTTP {status} ; les redirections ne sont pas suivies. Indiquez l’adresse à laquelle elle mène.',
    'source-unreachable': '{path} : aucune réponse n’a pu être reçue : {reason}',
    'answer-invalid': '{path} : la réponse n’est pas valable : {reason}',
    'list-missing': 'la liste « {lists} » manque.',
    'list-too-long': 'elle énumère plus de {most} offres d’emploi.',
    'details-stopped': '{path} : plus aucun détail n’arrive.',
    'fault-here': 'La réponse n’a pas pu être enregistrée, à cause d’une erreur de notre côté. L’exploitant en trouve la raison dans le journal.',
    'changes-only': '{failure} Seuls les changements ont été demandés à la place.',
    'entries-unreadable': 'Entrées sans offre d’emploi lisible : {number}. La première : {example}.',
    'entry-malformed': 'une entrée n’est pas du JSON valide : {reason}',
    'entry-no-object': 'une entrée n’est pas un objet',
    'reference-unreadable': '« reference » n’est pas un texte de 1 à 200 lettres : {shown}',
    'status-unknown': '« status » de {reference} est inconnu : {shown}',
    'stamp-missing': '{reference} n’a pas de « lastModificationTimestamp » en millisecondes : {shown}',
    'stamps-in-future': 'Offres d’emploi datées dans l’avenir : {number}, par exemple {reference}.',
    unlisted: 'Offres d’emploi qui ne sont plus énumérées : {number}. Elles sont closes si elles manquent encore un jour plus tard.',
    'unlisted-too-many': 'Offres d’emploi qui ne sont plus énumérées : {number} sur {known}. C’est trop à la fois : elles ne sont closes que si elles manquent sept jours de suite.',
    'details-missing': 'Offres d’emploi reçues sans détails : {number}.',
    'details-failed': 'Offres d’emploi reçues sans détails : {number} ({failure}).',
    'not-storable': 'Offres d’emploi qui n’ont pas pu être enregistrées : {number}. La première : {reference} : {reason}.',
  },
  counted: {},
}; // prettier-ignore

const spanish: Words = {
  sentences: {
    'source-status': '{path}: estado HTTP {status}.',
    'source-redirects': '{path}: estado HTTP {status}; no se siguen las redirecciones. Indique la dirección a la que lleva.',
    'source-unreachable': '{path}: no se pudo recibir ninguna respuesta: {reason}',
    'answer-invalid': '{path}: la respuesta no es válida: {reason}',
    'list-missing': 'falta la lista «{lists}».',
    'list-too-long': 'enumera más de {most} ofertas de empleo.',
    'details-stopped': '{path}: ya no llega ningún detalle.',
    'fault-here': 'La respuesta no se pudo guardar por un fallo nuestro. El operador encuentra el motivo en el registro.',
    'changes-only': '{failure} En su lugar solo se pidieron los cambios.',
    'entries-unreadable': 'Entradas sin una oferta de empleo legible: {number}. La primera: {example}.',
    'entry-malformed': 'una entrada no es JSON válido: {reason}',
    'entry-no-object': 'una entrada no es un objeto',
    'reference-unreadable': '«reference» no es un texto de 1 a 200 letras: {shown}',
    'status-unknown': '«status» de {reference} es desconocido: {shown}',
    'stamp-missing': '{reference} no tiene «lastModificationTimestamp» en milisegundos: {shown}',
    'stamps-in-future': 'Ofertas de empleo con fecha futura: {number}, por ejemplo {reference}.',
    unlisted: 'Ofertas de empleo que ya no se enumeran: {number}. Se cierran si siguen faltando un día después.',
    'unlisted-too-many': 'Ofertas de empleo que ya no se enumeran: {number} de {known}. Son demasiadas a la vez: solo se cierran si faltan siete días seguidos.',
    'details-missing': 'Ofertas de empleo recibidas sin detalles: {number}.',
    'details-failed': 'Ofertas de empleo recibidas sin detalles: {number} ({failure}).',
    'not-storable': 'Ofertas de empleo que no se pudieron guardar: {number}. La primera: {reference}: {reason}.',
  },
  counted: {},
}; // prettier-ignore

const arabic: Words = {
  sentences: {
    'source-status': '{path}: رمز الحالة {status}.',
    'source-redirects': '{path}: رمز الحالة {status}؛ لا تُتبع عمليات إعادة التوجيه. اكتبوا العنوان الذي تؤدي إليه.',
    'source-unreachable': '{path}: تعذر تلقي أي جواب: {reason}',
    'answer-invalid': '{path}: الجواب غير صالح: {reason}',
    'list-missing': 'القائمة "{lists}" غير موجودة.',
    'list-too-long': 'عدد عروض العمل فيه أكبر من {most}.',
    'details-stopped': '{path}: لم تعد تصل أي تفاصيل.',
    'fault-here': 'تعذر تسجيل الجواب بسبب خلل من جهتنا. يجد المشغّل السبب في السجل.',
    'changes-only': '{failure} طُلبت التغييرات وحدها بدلا من ذلك.',
    'entries-unreadable': 'العناصر التي لا يُقرأ فيها أي عرض عمل: {number}. أولها: {example}.',
    'entry-malformed': 'عنصر مكتوب بصيغة غير صالحة: {reason}',
    'entry-no-object': 'عنصر ليس كائنا',
    'reference-unreadable': '\u2068reference\u2069 ليس نصا من 1 إلى 200 حرف: {shown}',
    'status-unknown': 'قيمة \u2068status\u2069 في {reference} غير معروفة: {shown}',
    'stamp-missing': 'ليس في {reference} قيمة \u2068lastModificationTimestamp\u2069 بأجزاء الألف من الثانية: {shown}',
    'stamps-in-future': 'عروض العمل المؤرخة في المستقبل: {number}، مثل {reference}.',
    unlisted: 'عروض العمل التي لم تعد مذكورة: {number}. تُغلق إن ظلت غائبة بعد يوم.',
    'unlisted-too-many': 'عروض العمل التي لم تعد مذكورة: {number} من أصل {known}. هذا كثير دفعة واحدة، فلا تُغلق إلا إن غابت سبعة أيام متتالية.',
    'details-missing': 'عروض العمل التي وصلت دون تفاصيل: {number}.',
    'details-failed': 'عروض العمل التي وصلت دون تفاصيل: {number} ({failure}).',
    'not-storable': 'عروض العمل التي تعذر تسجيلها: {number}. أولها: {reference}: {reason}.',
  },
  counted: {},
}; // prettier-ignore

/** What the polls of sources have to say, in each language. */
export const remarkWords = { en: english, fr: french, es: spanish, ar: arabic };

/** Says the remarks on sources. */
export const remarkSayings = speakerOf(remarkWords);
