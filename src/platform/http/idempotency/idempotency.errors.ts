import { ProblemError } from '../problem.ts';

export function inFlight(): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'idempotency-in-flight',
    detail: 'The first request with this Idempotency-Key is still being worked on. Ask again.',
    others: {
      fr: 'La première demande avec cette Idempotency-Key est encore en cours. Redemandez.',
      es: 'La primera petición con esta Idempotency-Key sigue en curso. Pregunte de nuevo.',
      ar: 'الطلب الأول بهذا Idempotency-Key ما زال قيد المعالجة. أعيدوا السؤال.',
    },
    headers: { 'Retry-After': '1' },
  });
}

export function keyReused(): ProblemError {
  return new ProblemError({
    status: 422,
    code: 'idempotency-key-reused',
    detail: 'This Idempotency-Key was sent with another request before. Take a new one.',
    others: {
      fr: 'Cette Idempotency-Key a déjà servi à une autre demande. Prenez-en une nouvelle.',
      es: 'Esta Idempotency-Key ya se usó con otra petición. Tome una nueva.',
      ar: 'استُعمل هذا Idempotency-Key من قبل مع طلب آخر. خذوا مفتاحا جديدا.',
    },
    errors: [
      {
        ...{ pointer: 'Idempotency-Key', code: 'reused', detail: 'It belongs to another request.' },
        others: {
          fr: 'Elle appartient à une autre demande.',
          es: 'Pertenece a otra petición.',
          ar: 'يعود إلى طلب آخر.',
        },
      },
    ],
  });
}

export function notForUploads(): ProblemError {
  return new ProblemError({
    status: 400,
    code: 'idempotency-key-not-taken',
    detail: 'A file needs no Idempotency-Key: sent again, its rows change nothing.',
    others: {
      fr: 'Un fichier se passe d’Idempotency-Key : renvoyé, ses lignes ne changent rien.',
      es: 'Un archivo no necesita Idempotency-Key: enviado de nuevo, sus filas no cambian nada.',
      ar: 'لا يحتاج الملف إلى Idempotency-Key: إعادة إرساله لا تغير شيئا.',
    },
  });
}

export function malformedKey(): ProblemError {
  return new ProblemError({
    status: 400,
    code: 'malformed-idempotency-key',
    detail: 'Idempotency-Key takes 1 to 255 visible ASCII characters, such as a UUID.',
    others: {
      fr: 'Idempotency-Key prend de 1 à 255 caractères ASCII visibles, par exemple un UUID.',
      es: 'Idempotency-Key toma de 1 a 255 caracteres ASCII visibles, por ejemplo un UUID.',
      ar: 'يأخذ Idempotency-Key من 1 إلى 255 حرفا مرئيا من ASCII، مثل UUID.',
    },
  });
}
