import type { ProblemError } from '../../../platform/http/problem.ts';
import { refuse } from '../../../platform/http/refuse.ts';

export function notMillis(since: string): ProblemError {
  const shown = since.slice(0, 40);
  return refuse(400, 'not-a-moment', {
    en: `"${shown}" is not a moment. Send milliseconds since 1970 in UTC.`,
    fr: `« ${shown} » n'est pas un instant. Indiquez le nombre de millisecondes depuis 1970 (UTC).`,
    es: `«${shown}» no es un instante. Indique los milisegundos transcurridos desde 1970 (UTC).`,
    ar: `"${shown}" ليس وقتا صالحا. اذكروا عدد أجزاء الألف من الثانية منذ 1970 بتوقيت UTC.`,
  });
}

/** RFC 6585; the header `Retry-After` says when to ask again. */
export function askedTooOften(most: number): ProblemError {
  return refuse(429, 'asked-too-often', {
    en: `You have sent more than ${most} requests in a minute. Wait for the time stated in Retry-After.`,
    fr: `Vous avez envoyé plus de ${most} demandes en une minute. Attendez le délai indiqué dans Retry-After.`,
    es: `Ha enviado más de ${most} peticiones en un minuto. Espere el tiempo indicado en Retry-After.`,
    ar: `عدد طلباتكم في الدقيقة أكبر من ${most}. انتظروا المدة المذكورة في Retry-After.`,
  });
}

export function badReferences(most: number): ProblemError {
  return refuse(400, 'references-malformed', {
    en: `The body is not a list of references. Send a JSON array of at most ${most} texts of up to 200 characters.`,
    fr: `Le contenu n'est pas une liste de références. Envoyez un tableau JSON d'au plus ${most} textes de 200 caractères au plus.`,
    es: `El contenido no es una lista de referencias. Envíe una lista JSON de ${most} textos como máximo, de hasta 200 caracteres cada uno.`,
    ar: `المحتوى ليس قائمة مراجع. أرسلوا قائمة JSON لا يتجاوز عدد نصوصها ${most} ولا يتجاوز طول كل نص 200 حرف.`,
  });
}

/** RFC 7725; profiles of people from outside the Union never go into EURES. */
export function cvsNeverOffered(): ProblemError {
  return refuse(451, 'cvs-never-offered', {
    en: 'Profiles of third-country nationals are never offered to EURES: Regulation (EU) 2016/589 serves workers who enjoy free movement.',
    fr: 'Les profils de ressortissants de pays tiers ne sont jamais transmis à EURES : le règlement (UE) 2016/589 concerne les travailleurs qui bénéficient de la libre circulation.',
    es: 'Los perfiles de nacionales de terceros países nunca se ofrecen a EURES: el Reglamento (UE) 2016/589 se refiere a los trabajadores con libre circulación.',
    ar: 'لا تُقدَّم ملفات مواطني البلدان الثالثة إلى EURES أبدا: تخص اللائحة (EU) 2016/589 العمال المتمتعين بحرية التنقل.',
  });
}
