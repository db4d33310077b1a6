import type { ProblemError } from '../problem.ts';
import { refuse } from '../refuse.ts';

export function inFlight(): ProblemError {
  const said = {
    en: 'The first request with this Idempotency-Key is still being worked on. Ask again.',
    fr: 'La première demande avec cette Idempotency-Key est encore en cours. Redemandez.',
    es: 'La primera petición con esta Idempotency-Key sigue en curso. Pregunte de nuevo.',
    ar: 'الطلب الأول بهذا Idempotency-Key ما زال قيد المعالجة. أعيدوا السؤال.',
  };
  return refuse(409, 'idempotency-in-flight', said, { headers: { 'Retry-After': '1' } });
}

export function keyReused(): ProblemError {
  const said = {
    en: 'This Idempotency-Key was sent with another request before. Take a new one.',
    fr: 'Cette Idempotency-Key a déjà servi à une autre demande. Prenez-en une nouvelle.',
    es: 'Esta Idempotency-Key ya se usó con otra petición. Tome una nueva.',
    ar: 'استُعمل هذا Idempotency-Key من قبل مع طلب آخر. خذوا مفتاحا جديدا.',
  };
  const here = {
    en: 'It belongs to another request.',
    fr: 'Elle appartient à une autre demande.',
    es: 'Pertenece a otra petición.',
    ar: 'يعود إلى طلب آخر.',
  };
  const errors = [{ pointer: 'Idempotency-Key', code: 'reused', said: here }];
  return refuse(422, 'idempotency-key-reused', said, { errors });
}

export function notForUploads(): ProblemError {
  return refuse(400, 'idempotency-key-not-taken', {
    en: 'A file needs no Idempotency-Key: sent again, its rows change nothing.',
    fr: 'Un fichier se passe d’Idempotency-Key : renvoyé, ses lignes ne changent rien.',
    es: 'Un archivo no necesita Idempotency-Key: enviado de nuevo, sus filas no cambian nada.',
    ar: 'لا يحتاج الملف إلى Idempotency-Key: إعادة إرساله لا تغير شيئا.',
  });
}

export function malformedKey(): ProblemError {
  return refuse(400, 'malformed-idempotency-key', {
    en: 'Idempotency-Key takes 1 to 255 visible ASCII characters, such as a UUID.',
    fr: 'Idempotency-Key prend de 1 à 255 caractères ASCII visibles, par exemple un UUID.',
    es: 'Idempotency-Key toma de 1 a 255 caracteres ASCII visibles, por ejemplo un UUID.',
    ar: 'يأخذ Idempotency-Key من 1 إلى 255 حرفا مرئيا من ASCII، مثل UUID.',
  });
}
