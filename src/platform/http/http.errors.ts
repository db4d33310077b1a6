import type { InEach, InOthers } from '../language/language.ts';
import type { ProblemError } from './problem.ts';
import { refuse } from './refuse.ts';

/**
 * Returns a 500 `internal-error`: a fault on our side, about which the caller learns nothing more.
 */
export function internalError(): ProblemError {
  return refuse(500, 'internal-error', {
    en: 'Something went wrong on our side. Nothing was changed; please try again.',
    fr: "Quelque chose s'est mal passé de notre côté. Rien n'a été modifié ; veuillez réessayer.",
    es: 'Algo ha fallado por nuestra parte. No se ha cambiado nada; vuelva a intentarlo.',
    ar: 'حدث خطأ من جهتنا. لم يتغير أي شيء؛ يرجى المحاولة من جديد.',
  });
}

/** Returns a 503 `overloaded`: nothing was done, and the caller may try again after a second. */
export function overloaded(): ProblemError {
  const said = {
    en: 'Too many requests at once. Nothing was changed; please try again.',
    fr: "Trop de demandes à la fois. Rien n'a été modifié ; veuillez réessayer.",
    es: 'Demasiadas peticiones a la vez. No se ha cambiado nada; vuelva a intentarlo.',
    ar: 'طلبات كثيرة في وقت واحد. لم يتغير أي شيء؛ يرجى المحاولة من جديد.',
  };
  return refuse(503, 'overloaded', said, { headers: { 'Retry-After': '1' } });
}

export function databaseUnavailable(): ProblemError {
  const said = {
    en: 'The database is out of reach. Nothing was changed; please try again.',
    fr: "La base de données ne répond pas. Rien n'a été modifié ; veuillez réessayer.",
    es: 'La base de datos no responde. No se ha cambiado nada; vuelva a intentarlo.',
    ar: 'قاعدة البيانات لا تستجيب. لم يتغير أي شيء؛ يرجى المحاولة من جديد.',
  };
  return refuse(503, 'database-unavailable', said, { headers: { 'Retry-After': '5' } });
}

/** Returns a 400 `unreadable-value` for a text or number that PostgreSQL cannot store or read. */
export function unreadableValue(): ProblemError {
  return refuse(400, 'unreadable-value', {
    en: 'A value in the request cannot be stored: it is out of range or unreadable.',
    fr: 'Une valeur de la demande ne peut pas être enregistrée : elle est hors limites ou illisible.',
    es: 'Un valor de la petición no se puede guardar: está fuera de los límites o es ilegible.',
    ar: 'تعذر تسجيل إحدى قيم الطلب: فهي خارج الحدود أو غير مقروءة.',
  });
}

/**
 * Returns a 400 `unreadable-value` for a text or a member's name in the body that no database
 * stores. `pointer`: a JSON pointer to it.
 */
export function unstorableText(pointer: string): ProblemError {
  const said = {
    en: `The text at ${pointer || '/'} holds U+0000 or half of a surrogate pair, which cannot be stored.`,
    fr: `Le texte en ${pointer || '/'} contient U+0000 ou la moitié d'une paire de substitution, qui ne peuvent pas être enregistrés.`,
    es: `El texto en ${pointer || '/'} contiene U+0000 o la mitad de un par sustituto, que no se pueden guardar.`,
    ar: `النص في ${pointer || '/'} يحتوي على U+0000 أو نصف زوج بديل، ولا يمكن تسجيلهما.`,
  };
  const errors = [{ pointer, code: 'unstorable-text', said }];
  return refuse(400, 'unreadable-value', said, { errors });
}

/** Returns a 400 `json-too-deep`. `most`: the number of levels that are allowed. */
export function tooDeep(most: number): ProblemError {
  return refuse(400, 'json-too-deep', {
    en: `The body is nested more than ${most} deep.`,
    fr: `Le contenu est imbriqué sur plus de ${most} niveaux.`,
    es: `El contenido está anidado en más de ${most} niveles.`,
    ar: `المحتوى متداخل على أكثر من ${most} مستوى.`,
  });
}

/** Returns a 405 for a known address. `methods` are those that it takes. */
export function methodNotAllowed(methods: readonly string[]): ProblemError {
  const allowed = methods.join(', ');
  const said = {
    en: `This address takes other methods: ${allowed}.`,
    fr: `Cette adresse prend d'autres méthodes : ${allowed}.`,
    es: `Esta dirección admite otros métodos: ${allowed}.`,
    ar: `هذا العنوان يقبل طرقا أخرى: ${allowed}.`,
  };
  return refuse(405, 'method-not-allowed', said, { headers: { Allow: allowed } });
}

export function multipartRefused(): ProblemError {
  return refuse(415, 'multipart-refused', {
    en: 'Send the file itself as the body, such as by curl --data-binary @FILE: forms (multipart) are not read.',
    fr: 'Envoyez le fichier lui-même, par exemple avec curl --data-binary @FICHIER : les formulaires (multipart) ne sont pas lus.',
    es: 'Envíe el archivo mismo, por ejemplo con curl --data-binary @ARCHIVO: los formularios (multipart) no se leen.',
    ar: 'أرسلوا الملف نفسه، مثلا بالأمر curl --data-binary @FILE: الاستمارات (multipart) لا تُقرأ.',
  });
}

export function jsonExpected(): ProblemError {
  return refuse(415, 'json-expected', {
    en: 'The body is JSON: say so by "Content-Type: application/json".',
    fr: 'Le contenu est du JSON : indiquez-le par "Content-Type: application/json".',
    es: 'El contenido es JSON: indíquelo con "Content-Type: application/json".',
    ar: 'المحتوى هو JSON: اذكروا ذلك في الترويسة "Content-Type: application/json".',
  });
}

export function preconditionRequired(): ProblemError {
  return refuse(428, 'precondition-required', {
    en: 'Send the ETag that you last read in If-Match, so that no other change is lost.',
    fr: "Envoyez dans If-Match l'ETag que vous avez lu en dernier, pour qu'aucune autre modification ne se perde.",
    es: 'Envíe en If-Match el ETag que leyó por última vez, para que no se pierda ningún otro cambio.',
    ar: 'أرسلوا في If-Match آخر ETag قرأتموه، حتى لا يضيع أي تغيير آخر.',
  });
}

export function malformedEtag(header: string): ProblemError {
  const said = {
    en: 'If-Match takes the ETag of the resource, such as "3".',
    fr: 'If-Match prend l\'ETag de la ressource, par exemple "3".',
    es: 'If-Match toma el ETag del recurso, por ejemplo "3".',
    ar: 'تأخذ If-Match قيمة ETag للمورد، مثل "3".',
  };
  const here = {
    en: `${header} is no ETag.`,
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
    en: 'It was changed since you read it. Read it again, then repeat your change.',
    fr: "Cela a été modifié depuis que vous l'avez lu. Relisez, puis refaites votre modification.",
    es: 'Se ha modificado desde que lo leyó. Léalo de nuevo y repita su cambio.',
    ar: 'تغيّر هذا منذ قراءتكم له. اقرؤوه من جديد ثم أعيدوا تغييركم.',
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
      en: 'The body is not valid JSON.',
      fr: "Le contenu n'est pas du JSON valide.",
      es: 'El contenido no es JSON válido.',
      ar: 'المحتوى ليس JSON صالحا.',
    },
  },
  'entity.too.large': {
    status: 413,
    code: 'too-large',
    said: {
      en: 'The body is larger than 1 MB; use the bulk upload.',
      fr: "Le contenu dépasse 1 Mo ; utilisez l'envoi par fichier.",
      es: 'El contenido supera 1 MB; utilice el envío por archivo.',
      ar: 'المحتوى أكبر من 1 ميغابايت؛ استعملوا الإرسال بالملف.',
    },
  },
  'encoding.unsupported': {
    status: 415,
    code: 'unsupported-encoding',
    said: {
      en: 'The content encoding is not supported.',
      fr: "Cet encodage (Content-Encoding) n'est pas pris en charge.",
      es: 'Esta codificación (Content-Encoding) no se admite.',
      ar: 'هذا الترميز (Content-Encoding) غير مدعوم.',
    },
  },
  'encoding.broken': {
    status: 400,
    code: 'malformed-encoding',
    said: {
      en: 'The body is not packed as Content-Encoding says.',
      fr: "Le contenu n'est pas compressé comme l'indique Content-Encoding.",
      es: 'El contenido no está comprimido como indica Content-Encoding.',
      ar: 'المحتوى غير مضغوط كما تقول Content-Encoding.',
    },
  },
  'charset.unsupported': {
    status: 415,
    code: 'unsupported-charset',
    said: {
      en: 'JSON is sent in UTF-8.',
      fr: "Le JSON s'envoie en UTF-8.",
      es: 'JSON se envía en UTF-8.',
      ar: 'يُرسل JSON بترميز UTF-8.',
    },
  },
  'request.aborted': {
    status: 400,
    code: 'request-aborted',
    said: {
      en: 'The request ended before its body did.',
      fr: "La demande s'est interrompue avant la fin de son contenu.",
      es: 'La petición terminó antes que su contenido.',
      ar: 'انقطع الطلب قبل اكتمال محتواه.',
    },
  },
  'request.size.invalid': {
    status: 400,
    code: 'malformed-request',
    said: {
      en: 'Content-Length does not fit the body.',
      fr: 'Content-Length ne correspond pas au contenu.',
      es: 'Content-Length no corresponde al contenido.',
      ar: 'لا تطابق Content-Length المحتوى.',
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
  others: InOthers;
}

const statusRefusals: Readonly<Record<number, StatusRefusal>> = {
  400: {
    code: 'malformed-request',
    others: {
      fr: "La demande n'a pas la forme voulue : vérifiez l'adresse et ses identifiants.",
      es: 'La petición no tiene la forma debida: compruebe la dirección y sus identificadores.',
      ar: 'الطلب ليس بالشكل المطلوب: تحققوا من العنوان ومعرّفاته.',
    },
  },
  404: {
    code: 'not-found',
    others: {
      fr: "Il n'y a rien à cette adresse.",
      es: 'No hay nada en esta dirección.',
      ar: 'لا يوجد شيء في هذا العنوان.',
    },
  },
  413: {
    code: 'too-large',
    others: {
      fr: 'Le contenu est trop grand.',
      es: 'El contenido es demasiado grande.',
      ar: 'المحتوى أكبر من اللازم.',
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
  fr: 'La demande est refusée.',
  es: 'La petición se rechaza.',
  ar: 'الطلب مرفوض.',
};

/**
 * Returns a refusal for an error that the framework throws by itself, such as for an unknown
 * address or a malformed id.
 */
export function refusedByStatus(status: number, detail: string): ProblemError {
  const code = status >= 500 ? 'internal-error' : 'refused';
  const told = statusRefusals[status] ?? { code, others: refused };
  return refuse(status, told.code, { en: detail, ...told.others });
}
