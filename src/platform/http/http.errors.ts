import type { InEach, InOthers } from '../language/language.ts';
import type { ProblemError } from './problem.ts';
import { refuse } from './refuse.ts';

/**
 * Returns a 500 `internal-error`: a fault on our side, about which the caller learns nothing more.
 */
export function internalError(): ProblemError {
  return refuse(500, 'internal-error', {
    en: 'An error occurred on our side, so the request could not be completed. What arrived of an upload is kept. Try again.',
    fr: "Une erreur s'est produite de notre côté : la demande n'a pas pu être menée à son terme. Ce qui est arrivé d'un envoi de fichier est conservé. Réessayez.",
    es: 'Se ha producido un error por nuestra parte y la petición no se ha podido completar. Lo que llegó de un archivo enviado se conserva. Vuelva a intentarlo.',
    ar: 'حدث خطأ من جانبنا فتعذر إتمام الطلب. ما وصل من ملف مرسل محفوظ. أعيدوا المحاولة.',
  });
}

/**
 * Returns a 503 `overloaded`: the request was not completed, and the caller may try again after a
 * second.
 */
export function overloaded(): ProblemError {
  const said = {
    en: 'The service is handling too many requests, so this one could not be completed. What arrived of an upload is kept. Try again in a moment.',
    fr: "Le service reçoit trop de demandes à la fois : celle-ci n'a pas pu être menée à son terme. Ce qui est arrivé d'un envoi de fichier est conservé. Réessayez dans un instant.",
    es: 'El servicio recibe demasiadas peticiones a la vez y esta no se ha podido completar. Lo que llegó de un archivo enviado se conserva. Vuelva a intentarlo dentro de un momento.',
    ar: 'تتلقى الخدمة طلبات كثيرة في وقت واحد فتعذر إتمام هذا الطلب. ما وصل من ملف مرسل محفوظ. أعيدوا المحاولة بعد لحظات.',
  };
  return refuse(503, 'overloaded', said, { headers: { 'Retry-After': '1' } });
}

/** Returns a 400 `unreadable-value` for a text or number that PostgreSQL cannot store or read. */
export function unreadableValue(): ProblemError {
  return refuse(400, 'unreadable-value', {
    en: 'A value in the request cannot be stored because it is out of range or unreadable. Correct it and send the request again.',
    fr: 'Une valeur de la demande ne peut pas être enregistrée, car elle est hors limites ou illisible. Corrigez-la et renvoyez la demande.',
    es: 'Un valor de la petición no se puede guardar porque está fuera de los límites o es ilegible. Corríjalo y vuelva a enviar la petición.',
    ar: 'تعذر تسجيل إحدى قيم الطلب لأنها خارج الحدود المسموح بها أو غير مقروءة. صححوها وأعيدوا إرسال الطلب.',
  });
}

/**
 * Returns a 400 `unreadable-value` for a text or a member's name in the body that no database
 * stores. `pointer`: a JSON pointer to it.
 */
export function unstorableText(pointer: string): ProblemError {
  const said = {
    en: `The text at ${pointer || '/'} contains U+0000 or half of a surrogate pair, which cannot be stored. Remove that character.`,
    fr: `Le texte en ${pointer || '/'} contient U+0000 ou la moitié d'une paire de substitution, qui ne peuvent pas être enregistrés. Supprimez ce caractère.`,
    es: `El texto de ${pointer || '/'} contiene U+0000 o la mitad de un par sustituto, que no se pueden guardar. Elimine ese carácter.`,
    ar: `يحتوي النص في ${pointer || '/'} على U+0000 أو على نصف زوج بديل، ولا يمكن تسجيلهما. احذفوا هذا الرمز.`,
  };
  const errors = [{ pointer, code: 'unstorable-text', said }];
  return refuse(400, 'unreadable-value', said, { errors });
}

/** Returns a 400 `json-too-deep`. `most`: the number of levels that are allowed. */
export function tooDeep(most: number): ProblemError {
  return refuse(400, 'json-too-deep', {
    en: `The body is nested more than ${most} levels deep. Reduce its nesting.`,
    fr: `Le contenu est imbriqué sur plus de ${most} niveaux. Réduisez l'imbrication.`,
    es: `El contenido está anidado en más de ${most} niveles. Reduzca el anidamiento.`,
    ar: `عدد مستويات التداخل في المحتوى أكبر من ${most}. قلّلوا مستويات التداخل.`,
  });
}

/** Returns a 405 for a known address. `methods` are those that it takes. */
export function methodNotAllowed(methods: readonly string[]): ProblemError {
  const allowed = methods.join(', ');
  const said = {
    en: `This address does not accept this method. Use one of these: ${allowed}.`,
    fr: `Cette adresse n'accepte pas cette méthode. Utilisez l'une des suivantes : ${allowed}.`,
    es: `Esta dirección no admite este método. Utilice uno de los siguientes: ${allowed}.`,
    ar: `لا يقبل هذا العنوان هذه الطريقة. استعملوا إحدى الطرق التالية: ${allowed}.`,
  };
  return refuse(405, 'method-not-allowed', said, { headers: { Allow: allowed } });
}

export function multipartRefused(): ProblemError {
  return refuse(415, 'multipart-refused', {
    en: 'Multipart forms are not accepted. Send the file itself as the body, for example with curl --data-binary @FILE.',
    fr: 'Les formulaires multipart ne sont pas acceptés. Envoyez le fichier lui-même, par exemple avec curl --data-binary @FICHIER.',
    es: 'No se admiten formularios multipart. Envíe el archivo mismo, por ejemplo con curl --data-binary @ARCHIVO.',
    ar: 'لا تُقبل استمارات multipart. أرسلوا الملف نفسه، مثلا بالأمر curl --data-binary @FILE.',
  });
}

export function jsonExpected(): ProblemError {
  return refuse(415, 'json-expected', {
    en: 'The body must be JSON. Send it with the header "Content-Type: application/json".',
    fr: 'Le contenu doit être du JSON. Envoyez-le avec l\'en-tête "Content-Type: application/json".',
    es: 'El contenido debe ser JSON. Envíelo con la cabecera "Content-Type: application/json".',
    ar: 'يجب أن يكون المحتوى بصيغة JSON. أرسلوه مع الترويسة "Content-Type: application/json".',
  });
}

export function preconditionRequired(): ProblemError {
  return refuse(428, 'precondition-required', {
    en: 'The If-Match header is missing. Send in it the ETag that you last read, so that you do not overwrite another change.',
    fr: "L'en-tête If-Match manque. Indiquez-y le dernier ETag que vous avez lu, afin de n'écraser aucune autre modification.",
    es: 'Falta la cabecera If-Match. Indique en ella el último ETag que leyó, para no sobrescribir ninguna otra modificación.',
    ar: 'الترويسة If-Match ناقصة. أرسلوا فيها آخر ETag قرأتموه، حتى لا يضيع أي تغيير آخر.',
  });
}

export function malformedEtag(header: string): ProblemError {
  const said = {
    en: 'If-Match does not contain a valid ETag. Send the ETag of the resource, such as "3".',
    fr: 'If-Match ne contient pas d\'ETag valide. Envoyez l\'ETag de la ressource, par exemple "3".',
    es: 'If-Match no contiene un ETag válido. Envíe el ETag del recurso, por ejemplo "3".',
    ar: 'لا تحتوي If-Match على قيمة ETag صالحة. أرسلوا ETag المورد، مثل "3".',
  };
  const here = {
    en: `${header} is not an ETag.`,
    fr: `${header} n'est pas un ETag.`,
    es: `${header} no es un ETag.`,
    ar: `${header} ليس قيمة ETag.`,
  };
  const code = 'malformed-etag';
  return refuse(400, code, said, { errors: [{ pointer: 'If-Match', code, said: here }] });
}

/** Returns a 412 `version-mismatch`: the resource was changed since the caller read it. */
export function versionMismatch(): ProblemError {
  return refuse(412, 'version-mismatch', {
    en: 'The record has been changed since you read it. Read it again, then repeat your change.',
    fr: "L'enregistrement a été modifié depuis votre lecture. Relisez-le, puis refaites votre modification.",
    es: 'El registro se ha modificado desde que lo leyó. Léalo de nuevo y repita su cambio.',
    ar: 'تغيّر هذا السجل بعد قراءتكم له. اقرؤوه من جديد ثم أعيدوا إدخال تغييركم.',
  });
}

interface BodyFault {
  status: number;
  code: string;
  said: InEach;
}

/** The refusals, by the type that the body parser gives its error. */
const bodyFaults: Readonly<Record<string, BodyFault>> = {
  'entity.parse.failed': {
    status: 400,
    code: 'malformed-json',
    said: {
      en: 'The body is not valid JSON. Correct its syntax.',
      fr: "Le contenu n'est pas du JSON valide. Corrigez-en la syntaxe.",
      es: 'El contenido no es JSON válido. Corrija su sintaxis.',
      ar: 'المحتوى ليس JSON صالحا. صححوا صياغته.',
    },
  },
  'entity.too.large': {
    status: 413,
    code: 'too-large',
    said: {
      en: 'The body is larger than 1 MB. Upload it as a file instead.',
      fr: "Le contenu dépasse 1 Mo. Utilisez l'envoi par fichier.",
      es: 'El contenido supera 1 MB. Utilice el envío por archivo.',
      ar: 'حجم المحتوى أكبر من 1 ميغابايت. استعملوا الإرسال بالملف.',
    },
  },
  'encoding.unsupported': {
    status: 415,
    code: 'unsupported-encoding',
    said: {
      en: 'This Content-Encoding is not supported. Use gzip, or send the body uncompressed.',
      fr: "Cet encodage (Content-Encoding) n'est pas pris en charge. Utilisez gzip ou envoyez le contenu sans compression.",
      es: 'Esta codificación (Content-Encoding) no se admite. Utilice gzip o envíe el contenido sin comprimir.',
      ar: 'هذا الترميز (Content-Encoding) غير مدعوم. استعملوا gzip أو أرسلوا المحتوى دون ضغط.',
    },
  },
  'encoding.broken': {
    status: 400,
    code: 'malformed-encoding',
    said: {
      en: 'The body is not compressed as Content-Encoding states. Correct the header or the body.',
      fr: "Le contenu n'est pas compressé comme l'indique Content-Encoding. Corrigez l'en-tête ou le contenu.",
      es: 'El contenido no está comprimido como indica Content-Encoding. Corrija la cabecera o el contenido.',
      ar: 'المحتوى غير مضغوط بالطريقة المذكورة في Content-Encoding. صححوا الترويسة أو المحتوى.',
    },
  },
  'charset.unsupported': {
    status: 415,
    code: 'unsupported-charset',
    said: {
      en: 'This character set is not supported. Send the JSON in UTF-8.',
      fr: "Ce jeu de caractères n'est pas pris en charge. Envoyez le JSON en UTF-8.",
      es: 'Este juego de caracteres no se admite. Envíe el JSON en UTF-8.',
      ar: 'ترميز الحروف هذا غير مدعوم. أرسلوا JSON بترميز UTF-8.',
    },
  },
  'request.aborted': {
    status: 400,
    code: 'request-aborted',
    said: {
      en: 'The request ended before its whole body arrived. Send it again.',
      fr: "La demande s'est interrompue avant la fin de son contenu. Renvoyez-la.",
      es: 'La petición se interrumpió antes de que llegara todo su contenido. Envíela de nuevo.',
      ar: 'انقطع الطلب قبل وصول محتواه كاملا. أعيدوا إرساله.',
    },
  },
  'request.size.invalid': {
    status: 400,
    code: 'malformed-request',
    said: {
      en: 'Content-Length does not match the length of the body. Correct the header.',
      fr: "Content-Length ne correspond pas à la longueur du contenu. Corrigez l'en-tête.",
      es: 'Content-Length no corresponde a la longitud del contenido. Corrija la cabecera.',
      ar: 'لا تطابق Content-Length طول المحتوى. صححوا الترويسة.',
    },
  },
};

/** Returns the refusal for a type of error of the body parser; null for any other type. */
export function bodyFault(type: string): ProblemError | null {
  const fault = bodyFaults[type];
  return fault ? refuse(fault.status, fault.code, fault.said) : null;
}

interface StatusRefusal {
  code: string;
  /** Left out where the framework says in English what is wrong. */
  en?: string;
  others: InOthers;
}

const statusRefusals: Readonly<Record<number, StatusRefusal>> = {
  400: {
    code: 'malformed-request',
    others: {
      fr: "La demande n'a pas la forme attendue. Vérifiez l'adresse et ses identifiants.",
      es: 'La petición no tiene la forma esperada. Compruebe la dirección y sus identificadores.',
      ar: 'الطلب ليس بالصيغة المطلوبة. تحققوا من العنوان ومن معرّفاته.',
    },
  },
  404: {
    code: 'not-found',
    en: 'This address does not exist. The page /docs lists those that do.',
    others: {
      fr: "Cette adresse n'existe pas. La page /docs indique celles qui existent.",
      es: 'Esta dirección no existe. La página /docs indica las que existen.',
      ar: 'هذا العنوان غير موجود. تذكر الصفحة \u2068/docs\u2069 العناوين الموجودة.',
    },
  },
  413: {
    code: 'too-large',
    others: {
      fr: 'Le contenu est trop volumineux.',
      es: 'El contenido es demasiado grande.',
      ar: 'حجم المحتوى أكبر من المسموح به.',
    },
  },
  415: {
    code: 'unsupported-media-type',
    others: {
      fr: "Ce type de contenu n'est pas pris en charge.",
      es: 'Este tipo de contenido no se admite.',
      ar: 'هذا النوع من المحتوى غير مدعوم.',
    },
  },
};

const refused: InOthers = {
  fr: 'La demande a été refusée.',
  es: 'La petición ha sido rechazada.',
  ar: 'رُفض الطلب.',
};

/**
 * Returns a refusal for an error that the framework throws by itself, such as for an unknown
 * address or a malformed id.
 */
export function refusedByStatus(status: number, detail: string): ProblemError {
  const code = status >= 500 ? 'internal-error' : 'refused';
  const told: StatusRefusal = statusRefusals[status] ?? { code, others: refused };
  return refuse(status, told.code, { en: told.en ?? detail, ...told.others });
}
