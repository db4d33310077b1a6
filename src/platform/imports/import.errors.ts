import type { ProblemError } from '../http/problem.ts';
import { refuse } from '../http/refuse.ts';
import type { InOthers } from '../language/language.ts';
import type { ImportStatus } from './file-import.entity.ts';

export function importNotFound(): ProblemError {
  return refuse(404, 'import-not-found', {
    en: 'There is no such import, or it is not yours to see.',
    fr: "Cet import n'existe pas, ou vous n'avez pas à le voir.",
    es: 'Esta importación no existe, o no le corresponde verla.',
    ar: 'عملية الاستيراد هذه غير موجودة، أو ليس لكم الاطلاع عليها.',
  });
}

/** No rejected row can be returned: no row was rejected, or the file could not be read. */
export function noFailedRows(): ProblemError {
  return refuse(404, 'no-failed-rows', {
    en: 'No row is there to be mended; what there is to say stands under errors.',
    fr: "Aucune ligne n'est à corriger ; ce qu'il y a à dire se trouve sous errors.",
    es: 'No hay ninguna fila que corregir; lo que hay que decir está en errors.',
    ar: 'لا يوجد أي سطر للتصحيح؛ ما يجب قوله موجود تحت errors.',
  });
}

export function emptyUpload(): ProblemError {
  return refuse(400, 'empty-upload', {
    en: 'The upload has no content.',
    fr: 'Le fichier envoyé est vide.',
    es: 'El archivo enviado está vacío.',
    ar: 'الملف المرسل فارغ.',
  });
}

/** The header is not of the form in RFC 9110, 14.4. */
export function rangeUnreadable(): ProblemError {
  return refuse(400, 'content-range-unreadable', {
    en: 'Send Content-Range as "bytes first-last/length", with the length of the whole file.',
    fr: 'Écrivez Content-Range sous la forme "bytes first-last/length", avec la longueur du fichier entier.',
    es: 'Escriba Content-Range en la forma "bytes first-last/length", con la longitud del archivo entero.',
    ar: 'اكتبوا Content-Range بالصيغة "bytes first-last/length"، مع طول الملف كاملا.',
  });
}

/** The body has another length than its header states. */
export function rangeDiffers(): ProblemError {
  return refuse(400, 'content-range-differs', {
    en: 'The body has another length than Content-Range says. Nothing beyond it was kept.',
    fr: "Le contenu n'a pas la longueur que dit Content-Range. Rien au-delà n'a été gardé.",
    es: 'El contenido no tiene la longitud que dice Content-Range. No se ha guardado nada de más.',
    ar: 'طول المحتوى لا يطابق Content-Range. لم يُحفظ أي شيء زائد.',
  });
}

/** The whole file was stated to have another length before, `totalBytes`. */
export function lengthDiffers(totalBytes: number): ProblemError {
  const said = {
    en: `The file was said to have ${totalBytes} bytes before; Content-Range says otherwise.`,
    fr: `Le fichier devait avoir ${totalBytes} octets ; Content-Range dit autre chose.`,
    es: `El archivo debía tener ${totalBytes} bytes; Content-Range dice otra cosa.`,
    ar: `كان طول الملف المعلن ${totalBytes} بايت، وContent-Range يقول غير ذلك.`,
  };
  return refuse(400, 'content-range-differs', said, { extensions: { totalBytes } });
}

/** A stated SHA-256 is not guessed at: its sender relies on it (RFC 9530). */
export function digestUnreadable(): ProblemError {
  return refuse(400, 'digest-unreadable', {
    en: 'Repr-Digest states a SHA-256 that cannot be read: send it as sha-256=:...:, in base64.',
    fr: 'Le SHA-256 de Repr-Digest ne se lit pas : écrivez sha-256=:...:, en base64.',
    es: 'El SHA-256 de Repr-Digest no se puede leer: escriba sha-256=:...:, en base64.',
    ar: 'تعذرت قراءة SHA-256 في Repr-Digest: اكتبوه بالصيغة sha-256=:...:‎ بترميز base64.',
  });
}

/**
 * `Upload-Offset` states how many bytes have arrived, so that the sender continues from there (RFC
 * 9110, 15.5.17).
 */
export function rangeElsewhere(bytes: number, totalBytes: number | null): ProblemError {
  const said = {
    en: `The next byte that is waited for is ${bytes}.`,
    fr: `Le prochain octet attendu est le ${bytes}.`,
    es: `El siguiente byte que se espera es el ${bytes}.`,
    ar: `البايت التالي المنتظر هو ${bytes}.`,
  };
  const headers = {
    'Content-Range': `bytes */${totalBytes ?? '*'}`,
    'Upload-Offset': String(bytes),
  };
  return refuse(416, 'wrong-offset', said, { headers, extensions: { bytes } });
}

/** `sha256` is that of what arrived, in hexadecimal. */
export function digestDiffers(sha256: string): ProblemError {
  const said = {
    en: 'What arrived is not what was sent: send the file again.',
    fr: "Ce qui est arrivé n'est pas ce qui a été envoyé : renvoyez le fichier.",
    es: 'Lo que ha llegado no es lo que se envió: envíe de nuevo el archivo.',
    ar: 'ما وصل ليس ما أُرسل: أعيدوا إرسال الملف.',
  };
  return refuse(422, 'digest-differs', said, { extensions: { sha256 } });
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

/** `allowed` are the statuses in which the request would be possible. */
export function wrongStatus(status: ImportStatus, allowed: readonly ImportStatus[]): ProblemError {
  const wanted = (language: keyof InOthers, or: string): string =>
    allowed.map((one) => statuses[one][language]).join(or);
  const said = {
    en: `The import is ${status}; this needs one that is ${allowed.join(' or ')}.`,
    fr: `L'import est ${statuses[status].fr} ; il devrait être ${wanted('fr', ' ou ')}.`,
    es: `La importación está ${statuses[status].es}; debería estar ${wanted('es', ' o ')}.`,
    ar: `عملية الاستيراد ${statuses[status].ar}؛ والمطلوب أن تكون ${wanted('ar', ' أو ')}.`,
  };
  return refuse(409, 'import-status', said, { extensions: { importStatus: status } });
}

export function undoTooLate(days: number): ProblemError {
  return refuse(409, 'undo-too-late', {
    en: `An import can be undone for ${days} days.`,
    fr: `Un import peut être annulé pendant ${days} jours.`,
    es: `Una importación se puede deshacer durante ${days} días.`,
    ar: `يمكن إلغاء عملية الاستيراد خلال ${days} يوما.`,
  });
}

/** The word for what an import brings in. */
export type Imported = 'people' | 'vacancies';

const imported: Readonly<Record<Imported, InOthers>> = {
  people: { fr: 'personnes', es: 'personas', ar: 'الأشخاص' },
  vacancies: { fr: 'offres', es: 'ofertas', ar: 'العروض' },
};

/** The number is also sent as the extension member that `what` names. */
export function changedSince(count: number, what: Imported): ProblemError {
  const { fr, es, ar } = imported[what];
  const said = {
    en: `${count} of its ${what} were changed since, by hand or by another import.`,
    fr: `Depuis, ${count} de ses ${fr} ont été modifiées, à la main ou par un autre import.`,
    es: `Desde entonces se han cambiado ${count} de sus ${es}, a mano o por otra importación.`,
    ar: `تغيّر منذ ذلك الحين ${count} من ${ar}، يدويا أو بعملية استيراد أخرى.`,
  };
  return refuse(409, 'import-changed-since', said, { extensions: { [what]: count } });
}

/** `importIds` are the later imports, the newest first. There may be more. */
export function sentAgainSince(what: Imported, importIds: readonly string[]): ProblemError {
  const { fr, es, ar } = imported[what];
  const said = {
    en: `A later import has some of its ${what} just so, and would lose them: undo that one first.`,
    fr: `Un import ultérieur contient certaines de ses ${fr} telles quelles et les perdrait : annulez-le d'abord.`,
    es: `Una importación posterior contiene algunas de sus ${es} tal cual y las perdería: deshaga primero esa.`,
    ar: `أعادت عملية استيراد لاحقة إرسال بعض ${ar} دون تغيير، ولو أُلغيت هذه لضاع ما أعادته: ألغوا اللاحقة أولا.`,
  };
  return refuse(409, 'import-sent-again', said, { extensions: { importIds } });
}

/** `count` is the number in use, if known. It is sent as the extension member that `what` names. */
export function importInUse(what: Imported, count?: number): ProblemError {
  const { fr, es, ar } = imported[what];
  const said = {
    en: `Something rests on its ${what} already, such as an offer.`,
    fr: `Quelque chose repose déjà sur ses ${fr}, comme une proposition d'emploi.`,
    es: `Algo depende ya de sus ${es}, como una propuesta de empleo.`,
    ar: `هناك ما يستند إلى ${ar}، مثل اقتراح للتشغيل.`,
  };
  return refuse(409, 'import-in-use', said, {
    extensions: count === undefined ? {} : { [what]: count },
  });
}
