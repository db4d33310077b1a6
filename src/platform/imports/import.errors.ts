import { ProblemError } from '../http/problem.ts';
import type { InOthers } from '../language/language.ts';
import type { ImportStatus } from './file-import.entity.ts';

export function importNotFound(): ProblemError {
  const detail = 'There is no such import, or it is not yours to see.';
  const others = {
    fr: "Cet import n'existe pas, ou vous n'avez pas à le voir.",
    es: 'Esta importación no existe, o no le corresponde verla.',
    ar: 'عملية الاستيراد هذه غير موجودة، أو ليس لكم الاطلاع عليها.',
  };
  return new ProblemError({ status: 404, code: 'import-not-found', detail, others });
}

export function noFailedRows(): ProblemError {
  const detail = 'No row is there to be mended; what there is to say stands under errors.';
  const others = {
    fr: "Aucune ligne n'est à corriger ; ce qu'il y a à dire se trouve sous errors.",
    es: 'No hay ninguna fila que corregir; lo que hay que decir está en errors.',
    ar: 'لا يوجد أي سطر للتصحيح؛ ما يجب قوله موجود تحت errors.',
  };
  return new ProblemError({ status: 404, code: 'no-failed-rows', detail, others });
}

export function emptyUpload(): ProblemError {
  const detail = 'The upload has no content.';
  const others = {
    fr: 'Le fichier envoyé est vide.',
    es: 'El archivo enviado está vacío.',
    ar: 'الملف المرسل فارغ.',
  };
  return new ProblemError({ status: 400, code: 'empty-upload', detail, others });
}

export function rangeUnreadable(): ProblemError {
  const detail =
    'Send Content-Range as "bytes first-last/length", with the length of the whole file.';
  const others = {
    fr: 'Écrivez Content-Range sous la forme "bytes first-last/length", avec la longueur du fichier entier.',
    es: 'Escriba Content-Range en la forma "bytes first-last/length", con la longitud del archivo entero.',
    ar: 'اكتبوا Content-Range بالصيغة "bytes first-last/length"، مع طول الملف كاملا.',
  };
  return new ProblemError({ status: 400, code: 'content-range-unreadable', detail, others });
}

/** Of the body that came with it. */
export function rangeDiffers(): ProblemError {
  const detail = 'The body has another length than Content-Range says. Nothing beyond it was kept.';
  const others = {
    fr: "Le contenu n'a pas la longueur que dit Content-Range. Rien au-delà n'a été gardé.",
    es: 'El contenido no tiene la longitud que dice Content-Range. No se ha guardado nada de más.',
    ar: 'طول المحتوى لا يطابق Content-Range. لم يُحفظ أي شيء زائد.',
  };
  return new ProblemError({ status: 400, code: 'content-range-differs', detail, others });
}

/** Of what was said of the whole before. */
export function lengthDiffers(totalBytes: number): ProblemError {
  const detail = `The file was said to have ${totalBytes} bytes before; Content-Range says otherwise.`;
  const others = {
    fr: `Le fichier devait avoir ${totalBytes} octets ; Content-Range dit autre chose.`,
    es: `El archivo debía tener ${totalBytes} bytes; Content-Range dice otra cosa.`,
    ar: `كان طول الملف المعلن ${totalBytes} بايت، وContent-Range يقول غير ذلك.`,
  };
  const extensions = { totalBytes };
  const code = 'content-range-differs';
  return new ProblemError({ status: 400, code, detail, others, extensions });
}

export function digestUnreadable(): ProblemError {
  const detail =
    'Repr-Digest states a SHA-256 that cannot be read: send it as sha-256=:...:, in base64.';
  const others = {
    fr: 'Le SHA-256 de Repr-Digest ne se lit pas : écrivez sha-256=:...:, en base64.',
    es: 'El SHA-256 de Repr-Digest no se puede leer: escriba sha-256=:...:, en base64.',
    ar: 'تعذرت قراءة SHA-256 في Repr-Digest: اكتبوه بالصيغة sha-256=:...:‎ بترميز base64.',
  };
  return new ProblemError({ status: 400, code: 'digest-unreadable', detail, others });
}

/** `Range` says what is here already, so that the sender goes on from there (RFC 9110, 14.4). */
export function rangeElsewhere(bytes: number, totalBytes: number | null): ProblemError {
  const detail = `The next byte that is waited for is ${bytes}.`;
  const others = {
    fr: `Le prochain octet attendu est le ${bytes}.`,
    es: `El siguiente byte que se espera es el ${bytes}.`,
    ar: `البايت التالي المنتظر هو ${bytes}.`,
  };
  const headers = {
    'Content-Range': `bytes */${totalBytes ?? '*'}`,
    'Upload-Offset': String(bytes),
  };
  const extensions = { bytes };
  return new ProblemError({
    status: 416,
    code: 'wrong-offset',
    detail,
    others,
    headers,
    extensions,
  });
}

export function digestDiffers(sha256: string): ProblemError {
  const detail = 'What arrived is not what was sent: send the file again.';
  const others = {
    fr: "Ce qui est arrivé n'est pas ce qui a été envoyé : renvoyez le fichier.",
    es: 'Lo que ha llegado no es lo que se envió: envíe de nuevo el archivo.',
    ar: 'ما وصل ليس ما أُرسل: أعيدوا إرسال الملف.',
  };
  const extensions = { sha256 };
  return new ProblemError({ status: 422, code: 'digest-differs', detail, others, extensions });
}

const statuses: Readonly<Record<ImportStatus, InOthers>> = {
  receiving: { fr: 'en cours de réception', es: 'en recepción', ar: 'قيد الاستلام' },
  waiting: { fr: 'en attente', es: 'en espera', ar: 'في الانتظار' },
  running: { fr: 'en cours de lecture', es: 'en lectura', ar: 'قيد القراءة' },
  checked: { fr: 'essayé', es: 'probada', ar: 'مجرَّبة' },
  finished: { fr: 'terminé', es: 'terminada', ar: 'منتهية' },
  failed: { fr: 'en échec', es: 'fallida', ar: 'فاشلة' },
  cancelled: { fr: 'arrêté', es: 'detenida', ar: 'موقوفة' },
  undone: { fr: 'annulé', es: 'deshecha', ar: 'ملغاة' },
};

export function wrongStatus(status: ImportStatus, allowed: readonly ImportStatus[]): ProblemError {
  const detail = `The import is ${status}; this needs one that is ${allowed.join(' or ')}.`;
  const wanted = (language: keyof InOthers, or: string): string =>
    allowed.map((one) => statuses[one][language]).join(or);
  const others = {
    fr: `L'import est ${statuses[status].fr} ; il devrait être ${wanted('fr', ' ou ')}.`,
    es: `La importación está ${statuses[status].es}; debería estar ${wanted('es', ' o ')}.`,
    ar: `عملية الاستيراد ${statuses[status].ar}؛ والمطلوب أن تكون ${wanted('ar', ' أو ')}.`,
  };
  const extensions = { importStatus: status };
  return new ProblemError({ status: 409, code: 'import-status', detail, others, extensions });
}

export function undoTooLate(days: number): ProblemError {
  const detail = `An import can be undone for ${days} days.`;
  const others = {
    fr: `Un import peut être annulé pendant ${days} jours.`,
    es: `Una importación se puede deshacer durante ${days} días.`,
    ar: `يمكن إلغاء عملية الاستيراد خلال ${days} يوما.`,
  };
  return new ProblemError({ status: 409, code: 'undo-too-late', detail, others });
}

/** How people call what an import brings. */
export type Imported = 'people' | 'vacancies';

const imported: Readonly<Record<Imported, InOthers>> = {
  people: { fr: 'personnes', es: 'personas', ar: 'الأشخاص' },
  vacancies: { fr: 'offres', es: 'ofertas', ar: 'العروض' },
};

/** The number is told under the name that `what` is. */
export function changedSince(count: number, what: Imported): ProblemError {
  const detail = `${count} of its ${what} were changed since, by hand or by another import.`;
  const { fr, es, ar } = imported[what];
  const others = {
    fr: `Depuis, ${count} de ses ${fr} ont été modifiées, à la main ou par un autre import.`,
    es: `Desde entonces se han cambiado ${count} de sus ${es}, a mano o por otra importación.`,
    ar: `تغيّر منذ ذلك الحين ${count} من ${ar}، يدويا أو بعملية استيراد أخرى.`,
  };
  const extensions = { [what]: count };
  return new ProblemError({
    status: 409,
    code: 'import-changed-since',
    detail,
    others,
    extensions,
  });
}

/** `count`: of how many of them, where it is known; told under the name that `what` is. */
export function importInUse(what: Imported, count?: number): ProblemError {
  const detail = `Something rests on its ${what} already, such as an offer.`;
  const { fr, es, ar } = imported[what];
  const others = {
    fr: `Quelque chose repose déjà sur ses ${fr}, comme une proposition d'emploi.`,
    es: `Algo depende ya de sus ${es}, como una propuesta de empleo.`,
    ar: `هناك ما يستند إلى ${ar}، مثل اقتراح للتشغيل.`,
  };
  const extensions = count === undefined ? {} : { [what]: count };
  return new ProblemError({ status: 409, code: 'import-in-use', detail, others, extensions });
}
