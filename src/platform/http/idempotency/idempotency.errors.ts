import type { ProblemError } from '../problem.ts';
import { refuse } from '../refuse.ts';

export function inFlight(): ProblemError {
  const said = {
    en: 'The first request with this Idempotency-Key is still being processed. Send the request again in a moment.',
    fr: 'La première demande portant cette Idempotency-Key est encore en cours de traitement. Renvoyez la demande dans un instant.',
    es: 'La primera petición con esta Idempotency-Key se está procesando todavía. Vuelva a enviar la petición dentro de un momento.',
    ar: 'ما زال الطلب الأول بهذا Idempotency-Key قيد المعالجة. أعيدوا إرسال الطلب بعد لحظات.',
  };
  return refuse(409, 'idempotency-in-flight', said, { headers: { 'Retry-After': '1' } });
}

export function keyReused(): ProblemError {
  const said = {
    en: 'This Idempotency-Key was already sent with a different request. Use a new one.',
    fr: 'Cette Idempotency-Key a déjà servi pour une autre demande. Utilisez-en une nouvelle.',
    es: 'Esta Idempotency-Key ya se utilizó con otra petición. Utilice una nueva.',
    ar: 'استُعمل هذا Idempotency-Key من قبل مع طلب آخر. استعملوا مفتاحا جديدا.',
  };
  const here = {
    en: 'This key belongs to another request.',
    fr: 'Cette clé appartient à une autre demande.',
    es: 'Esta clave pertenece a otra petición.',
    ar: 'يعود هذا المفتاح إلى طلب آخر.',
  };
  const errors = [{ pointer: 'Idempotency-Key', code: 'reused', said: here }];
  return refuse(422, 'idempotency-key-reused', said, { errors });
}

/** 410: the answer told of a person, whom nothing tells of any more. */
export function answerErased(): ProblemError {
  return refuse(410, 'answer-erased', {
    en: 'The first answer to this request told of a person who has been erased since, so it is not sent again. To do the request anew, use a new Idempotency-Key.',
    fr: "La première réponse à cette demande portait sur une personne effacée depuis : elle n'est pas renvoyée. Pour refaire la demande, utilisez une nouvelle Idempotency-Key.",
    es: 'La primera respuesta a esta petición trataba de una persona que se ha suprimido desde entonces, por lo que no se vuelve a enviar. Para repetir la petición, utilice una nueva Idempotency-Key.',
    ar: 'كان الجواب الأول عن هذا الطلب يخص شخصا حُذفت بياناته منذ ذلك الحين، فلن يُرسل من جديد. لإعادة تنفيذ الطلب، استعملوا Idempotency-Key جديدا.',
  });
}

export function notForUploads(): ProblemError {
  return refuse(400, 'idempotency-key-not-taken', {
    en: 'File uploads do not take an Idempotency-Key. Send the file without it: rows that are sent again change nothing.',
    fr: "L'envoi d'un fichier n'accepte pas d'Idempotency-Key. Envoyez le fichier sans elle : les lignes renvoyées ne changent rien.",
    es: 'El envío de un archivo no admite Idempotency-Key. Envíe el archivo sin ella: las filas que se envían de nuevo no cambian nada.',
    ar: 'لا يُقبل Idempotency-Key عند إرسال ملف. أرسلوا الملف بدونه، فإعادة إرسال الأسطر نفسها لا تغير شيئا.',
  });
}

export function malformedKey(): ProblemError {
  return refuse(400, 'malformed-idempotency-key', {
    en: 'This Idempotency-Key is not valid. Send 1 to 255 visible ASCII characters, such as a UUID.',
    fr: "Cette Idempotency-Key n'est pas valide. Envoyez de 1 à 255 caractères ASCII visibles, par exemple un UUID.",
    es: 'Esta Idempotency-Key no es válida. Envíe de 1 a 255 caracteres ASCII visibles, por ejemplo un UUID.',
    ar: 'هذا Idempotency-Key غير صالح. أرسلوا من 1 إلى 255 حرفا مرئيا من ASCII، مثل UUID.',
  });
}
