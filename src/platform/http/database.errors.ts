import type { ProblemError } from './problem.ts';
import { refuse } from './refuse.ts';

export function databaseUnavailable(): ProblemError {
  const said = {
    en: 'The database is not responding, so the request could not be completed. What arrived of an upload is kept. Try again in a moment.',
    fr: "La base de données ne répond pas : la demande n'a pas pu être menée à son terme. Ce qui est arrivé d'un envoi de fichier est conservé. Réessayez dans un instant.",
    es: 'La base de datos no responde y la petición no se ha podido completar. Lo que llegó de un archivo enviado se conserva. Vuelva a intentarlo dentro de un momento.',
    ar: 'قاعدة البيانات لا تستجيب فتعذر إتمام الطلب. ما وصل من ملف مرسل محفوظ. أعيدوا المحاولة بعد لحظات.',
  };
  return refuse(503, 'database-unavailable', said, { headers: { 'Retry-After': '5' } });
}

/** Returns a 507 `storage-full`: the operator has to make room before anything can be stored. */
export function storageFull(): ProblemError {
  const said = {
    en: 'The storage of the service is full, so this could not be stored. Tell the operator, and try again later.',
    fr: "Le stockage du service est plein : ceci n'a pas pu être enregistré. Prévenez l'exploitant et réessayez plus tard.",
    es: 'El almacenamiento del servicio está lleno: no se ha podido guardar. Avise al operador y vuelva a intentarlo más tarde.',
    ar: 'مساحة التخزين في الخدمة ممتلئة، فتعذر الحفظ. أبلغوا مشغّل الخدمة وأعيدوا المحاولة لاحقا.',
  };
  return refuse(507, 'storage-full', said, { headers: { 'Retry-After': '300' } });
}
