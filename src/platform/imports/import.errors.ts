import type { ProblemError } from '../http/problem.ts';
import { refuse } from '../http/refuse.ts';
import type { InOthers } from '../language/language.ts';
import type { ImportStatus } from './file-import.entity.ts';

export function importNotFound(): ProblemError {
  return refuse(404, 'import-not-found', {
    en: 'This import does not exist, or you do not have access to it. Check its id.',
    fr: "Cet import n'existe pas ou ne vous est pas accessible. Vérifiez son identifiant.",
    es: 'Esta importación no existe o usted no tiene acceso a ella. Compruebe su identificador.',
    ar: 'عملية الاستيراد هذه غير موجودة أو لا يحق لكم الاطلاع عليها. تحققوا من معرّفها.',
  });
}

/** No rejected row can be returned: no row was rejected, or the file could not be read. */
export function noFailedRows(): ProblemError {
  return refuse(404, 'no-failed-rows', {
    en: 'This import has no rejected rows to return. See errors in the import for what was found.',
    fr: "Cet import n'a aucune ligne rejetée à renvoyer. Consultez errors dans l'import pour les anomalies relevées.",
    es: 'Esta importación no tiene filas rechazadas que devolver. Consulte en errors lo que se ha encontrado.',
    ar: 'لا توجد في عملية الاستيراد هذه أسطر مرفوضة لإعادتها. راجعوا errors لمعرفة ما لوحظ فيها.',
  });
}

export function emptyUpload(): ProblemError {
  return refuse(400, 'empty-upload', {
    en: 'The uploaded file is empty. Send a file with content.',
    fr: 'Le fichier envoyé est vide. Envoyez un fichier qui a un contenu.',
    es: 'El archivo enviado está vacío. Envíe un archivo con contenido.',
    ar: 'الملف المرسل فارغ. أرسلوا ملفا له محتوى.',
  });
}

/** The header is not of the form in RFC 9110, 14.4. */
export function rangeUnreadable(): ProblemError {
  return refuse(400, 'content-range-unreadable', {
    en: 'The header Content-Range is missing or unreadable. Send it as "bytes first-last/length", with the length of the whole file.',
    fr: 'L\'en-tête Content-Range manque ou est illisible. Envoyez-le sous la forme "bytes first-last/length", avec la longueur du fichier entier.',
    es: 'La cabecera Content-Range falta o es ilegible. Envíela en la forma "bytes first-last/length", con la longitud del archivo entero.',
    ar: 'الترويسة Content-Range ناقصة أو غير مقروءة. أرسلوها بالصيغة "bytes first-last/length" مع طول الملف كاملا.',
  });
}

/** The body has another length than its header states. */
export function rangeDiffers(): ProblemError {
  return refuse(400, 'content-range-differs', {
    en: 'The length of the body differs from Content-Range; nothing beyond that range was kept. Correct the header and send the rest again.',
    fr: "La longueur du contenu diffère de Content-Range ; rien au-delà n'a été conservé. Corrigez l'en-tête et renvoyez la suite.",
    es: 'La longitud del contenido difiere de Content-Range; no se ha conservado nada más allá. Corrija la cabecera y vuelva a enviar el resto.',
    ar: 'طول المحتوى لا يطابق Content-Range ولم يُحفظ أي شيء زائد. صححوا الترويسة وأعيدوا إرسال الباقي.',
  });
}

/** The whole file was stated to have another length before, `totalBytes`. */
export function lengthDiffers(totalBytes: number): ProblemError {
  const said = {
    en: `The file was announced with ${totalBytes} bytes, but Content-Range states another length. Send the same length as before.`,
    fr: `Le fichier a été annoncé avec ${totalBytes} octets, mais Content-Range indique une autre longueur. Indiquez la même longueur.`,
    es: `El archivo se anunció con ${totalBytes} bytes, pero Content-Range indica otra longitud. Indique la misma longitud.`,
    ar: `كان طول الملف المعلن ${totalBytes} بايت، غير أن Content-Range تذكر طولا آخر. اذكروا الطول نفسه.`,
  };
  return refuse(400, 'content-range-differs', said, { extensions: { totalBytes } });
}

/** A stated SHA-256 is not guessed at: its sender relies on it (RFC 9530). */
export function digestUnreadable(): ProblemError {
  return refuse(400, 'digest-unreadable', {
    en: 'The SHA-256 in Repr-Digest cannot be read. Send it as sha-256=:...:, in base64.',
    fr: 'Le SHA-256 indiqué dans Repr-Digest est illisible. Écrivez-le sous la forme sha-256=:...:, en base64.',
    es: 'El SHA-256 indicado en Repr-Digest no se puede leer. Escríbalo en la forma sha-256=:...:, en base64.',
    ar: 'تعذرت قراءة SHA-256 في Repr-Digest. اكتبوه بالصيغة sha-256=:...:‎ بترميز base64.',
  });
}

/**
 * `Upload-Offset` states how many bytes have arrived, so that the sender continues from there (RFC
 * 9110, 15.5.17).
 */
export function rangeElsewhere(bytes: number, totalBytes: number | null): ProblemError {
  const said = {
    en: `This part does not start where the last one ended. Send the file from byte ${bytes} on.`,
    fr: `Cette partie ne commence pas là où la précédente s'est terminée. Envoyez le fichier à partir de l'octet ${bytes}.`,
    es: `Esta parte no empieza donde terminó la anterior. Envíe el archivo a partir del byte ${bytes}.`,
    ar: `لا يبدأ هذا الجزء من حيث انتهى الجزء السابق. أرسلوا الملف ابتداء من البايت ${bytes}.`,
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
    en: 'The file arrived damaged: its SHA-256 differs from Repr-Digest. Send it again.',
    fr: 'Le fichier est arrivé endommagé : son SHA-256 diffère de celui de Repr-Digest. Renvoyez-le.',
    es: 'El archivo ha llegado dañado: su SHA-256 difiere del indicado en Repr-Digest. Envíelo de nuevo.',
    ar: 'وصل الملف تالفا: SHA-256 الخاص به لا يطابق Repr-Digest. أعيدوا إرساله.',
  };
  return refuse(422, 'digest-differs', said, { extensions: { sha256 } });
}

const statuses: Readonly<Record<ImportStatus, InOthers>> = {
  receiving: { fr: 'en cours de réception', es: 'en curso de recepción', ar: 'قيد الاستلام' },
  waiting: { fr: 'en attente', es: 'en espera', ar: 'في الانتظار' },
  running: { fr: 'en cours de lecture', es: 'en curso de lectura', ar: 'قيد القراءة' },
  checked: { fr: 'vérifié', es: 'comprobada', ar: 'متحقَّق منها' },
  finished: { fr: 'terminé', es: 'terminada', ar: 'منتهية' },
  failed: { fr: 'en échec', es: 'fallida', ar: 'فاشلة' },
  cancelled: { fr: 'interrompu', es: 'interrumpida', ar: 'متوقفة' },
  undone: { fr: 'annulé', es: 'deshecha', ar: 'ملغاة' },
};

/** `allowed` are the statuses in which the request would be possible. */
export function wrongStatus(status: ImportStatus, allowed: readonly ImportStatus[]): ProblemError {
  const wanted = (language: keyof InOthers, or: string): string =>
    allowed.map((one) => statuses[one][language]).join(or);
  const said = {
    en: `The import is ${status}. It must be ${allowed.join(' or ')} for this operation.`,
    fr: `L'import est ${statuses[status].fr}. Pour cette opération, il doit être ${wanted('fr', ' ou ')}.`,
    es: `La importación está ${statuses[status].es}. Para esta operación debe estar ${wanted('es', ' o ')}.`,
    ar: `عملية الاستيراد ${statuses[status].ar}. يجب أن تكون ${wanted('ar', ' أو ')} لإجراء هذه العملية.`,
  };
  return refuse(409, 'import-status', said, { extensions: { importStatus: status } });
}

export function undoTooLate(days: number): ProblemError {
  return refuse(409, 'undo-too-late', {
    en: `It is too late to undo this import: an import can be undone for ${days} days. Correct its records one by one.`,
    fr: `Il est trop tard pour annuler cet import : un import peut être annulé pendant ${days} jours. Corrigez ses enregistrements un à un.`,
    es: `Ya no se puede deshacer esta importación: el plazo es de ${days} días. Corrija sus registros uno por uno.`,
    ar: `فات أجل إلغاء عملية الاستيراد هذه (الأجل بالأيام: ${days}). صححوا سجلاتها واحدا واحدا.`,
  });
}

/** The word for what an import brings in. */
export type Imported = 'people' | 'vacancies';

const imported: Readonly<Record<Imported, InOthers>> = {
  people: { fr: 'personnes', es: 'personas', ar: 'الأشخاص' },
  vacancies: { fr: "offres d'emploi", es: 'ofertas de empleo', ar: 'الوظائف' },
};

/** The number is also sent as the extension member that `what` names. */
export function changedSince(count: number, what: Imported): ProblemError {
  const { fr, es, ar } = imported[what];
  const said = {
    en: `The import cannot be undone: its ${what} have been changed since, by hand or by another import (${count}). If it was an import, undo that one first.`,
    fr: `L'import ne peut pas être annulé : certaines de ses ${fr} ont été modifiées depuis, à la main ou par un autre import (${count}). S'il s'agit d'un import, annulez-le d'abord.`,
    es: `La importación no se puede deshacer: desde entonces se han modificado algunas de sus ${es}, a mano o por otra importación (${count}). Si fue una importación, deshágala primero.`,
    ar: `لا يمكن إلغاء عملية الاستيراد: عُدّل بعدها بعض ${ar} يدويا أو بعملية استيراد أخرى (${count}). إذا كانت عملية استيراد فألغوها أولا.`,
  };
  return refuse(409, 'import-changed-since', said, { extensions: { [what]: count } });
}

/** `importIds` are the later imports, the newest first. There may be more. */
export function sentAgainSince(what: Imported, importIds: readonly string[]): ProblemError {
  const { fr, es, ar } = imported[what];
  const said = {
    en: `A later import contains some of the same ${what} unchanged and would lose them. Undo the later import first.`,
    fr: `Un import ultérieur contient certaines des mêmes ${fr}, inchangées, et les perdrait. Annulez d'abord l'import ultérieur.`,
    es: `Una importación posterior contiene algunas de las mismas ${es} sin cambios y las perdería. Deshaga primero la importación posterior.`,
    ar: `أعادت عملية استيراد لاحقة إرسال بعض ${ar} دون تغيير، وإلغاء هذه العملية يُفقدها ما أعادته. ألغوا العملية اللاحقة أولا.`,
  };
  return refuse(409, 'import-sent-again', said, { extensions: { importIds } });
}

/** `count` is the number in use, if known. It is sent as the extension member that `what` names. */
export function importInUse(what: Imported, count?: number): ProblemError {
  const { fr, es, ar } = imported[what];
  const said = {
    en: `The import cannot be undone: other records, such as a job offer, depend on its ${what}. Only imports that nothing depends on can be undone.`,
    fr: `L'import ne peut pas être annulé : d'autres enregistrements, comme une proposition d'emploi, dépendent de ses ${fr}. Seul un import dont rien ne dépend peut être annulé.`,
    es: `La importación no se puede deshacer: otros registros, como una propuesta de empleo, dependen de sus ${es}. Solo se puede deshacer una importación de la que nada dependa.`,
    ar: `لا يمكن إلغاء عملية الاستيراد: هناك سجلات أخرى، مثل اقتراح تشغيل، تستند إلى ${ar}. لا تُلغى إلا عملية استيراد لا يستند إليها أي شيء.`,
  };
  return refuse(409, 'import-in-use', said, {
    extensions: count === undefined ? {} : { [what]: count },
  });
}
