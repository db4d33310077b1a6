import type { ProblemError } from '../../../platform/http/problem.ts';
import { refuse } from '../../../platform/http/refuse.ts';

export function notMillis(since: string): ProblemError {
  const shown = since.slice(0, 40);
  return refuse(400, 'not-a-moment', {
    en: `"${shown}" is no moment: send milliseconds since 1970, UTC.`,
    fr: `« ${shown} » n'est pas un instant : envoyez des millisecondes depuis 1970, UTC.`,
    es: `«${shown}» no es un instante: envíe milisegundos desde 1970, UTC.`,
    ar: `"${shown}" ليس لحظة: أرسلوا عدد أجزاء الألف من الثانية منذ 1970 بتوقيت UTC.`,
  });
}

/** RFC 6585; the header `Retry-After` says when to ask again. */
export function askedTooOften(most: number): ProblemError {
  return refuse(429, 'asked-too-often', {
    en: `The exchange answers ${most} requests a minute. Wait as long as Retry-After says.`,
    fr: `L'échange répond à ${most} demandes par minute. Attendez le temps que dit Retry-After.`,
    es: `El intercambio responde a ${most} peticiones por minuto. Espere lo que dice Retry-After.`,
    ar: `عدد الطلبات التي يُجاب عنها في الدقيقة: ${most}. انتظروا المدة المذكورة في Retry-After.`,
  });
}

export function badReferences(most: number): ProblemError {
  return refuse(400, 'references-malformed', {
    en: `Send a JSON array of at most ${most} references, each a text.`,
    fr: `Envoyez un tableau JSON d'au plus ${most} références, chacune un texte.`,
    es: `Envíe una lista JSON de ${most} referencias como máximo, cada una un texto.`,
    ar: `أرسلوا قائمة JSON من المراجع، كل منها نص، وعددها الأقصى ${most}.`,
  });
}

/** RFC 7725; profiles of people from outside the Union never go into EURES. */
export function cvsNeverOffered(): ProblemError {
  return refuse(451, 'cvs-never-offered', {
    en: 'Profiles of third-country nationals are not offered to EURES, by design: Regulation (EU) 2016/589 serves workers who enjoy free movement.',
    fr: 'Les profils de ressortissants de pays tiers ne sont pas offerts à EURES, à dessein : le règlement (UE) 2016/589 sert les travailleurs qui ont la libre circulation.',
    es: 'Los perfiles de nacionales de terceros países no se ofrecen a EURES, a propósito: el Reglamento (UE) 2016/589 sirve a los trabajadores con libre circulación.',
    ar: 'لا تُقدم ملفات مواطني البلدان الثالثة إلى EURES عن قصد: اللائحة (EU) 2016/589 تخص العمال المتمتعين بحرية التنقل.',
  });
}
