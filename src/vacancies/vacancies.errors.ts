import { FormatError } from '../platform/formats/format-error.ts';
import type { ProblemError } from '../platform/http/problem.ts';
import { refuse } from '../platform/http/refuse.ts';
import { findingInEach } from '../platform/imports/faults/finding-messages.ts';
import { findingSayings } from './imports/finding-translations.ts';
import type { UnlawfulWish } from './wording/check-wording.ts';

export function vacancyNotFound(): ProblemError {
  return refuse(404, 'vacancy-not-found', {
    en: 'There is no such vacancy, or it is not yours to see.',
    fr: "Cette offre n'existe pas, ou vous n'avez pas à la voir.",
    es: 'Esta oferta no existe, o no le corresponde verla.',
    ar: 'هذا العرض غير موجود، أو ليس لكم الاطلاع عليه.',
  });
}

export function mergedWithEnded(): ProblemError {
  return refuse(409, 'duplicate-closed', {
    en: 'One of the two is closed, withdrawn or past its last day: there is nothing to merge.',
    fr: "L'une des deux offres est close, retirée ou échue : il n'y a rien à fusionner.",
    es: 'Una de las dos ofertas está cerrada, retirada o vencida: no hay nada que fusionar.',
    ar: 'أحد العرضين مغلق أو مسحوب أو انتهى أجله: لا شيء لدمجه.',
  });
}

export function otherState(state: string): ProblemError {
  return refuse(403, 'other-state', {
    en: `A ministry publishes vacancies of its own state only, not of ${state}.`,
    fr: `Un ministère ne publie que les offres de son propre État ; celle-ci est d'un autre : ${state}.`,
    es: `Un ministerio solo publica ofertas de su propio Estado; esta es de otro: ${state}.`,
    ar: `لا تنشر الوزارة إلا عروض دولتها، وهذا العرض من دولة أخرى: ${state}.`,
  });
}

export function appealElsewhere(state: string): ProblemError {
  return refuse(403, 'other-state', {
    en: `A ministry deals with appeals of its own state only, not of ${state}.`,
    fr: `Un ministère ne traite que les recours de son propre État ; celui-ci est d'un autre : ${state}.`,
    es: `Un ministerio solo trata los recursos de su propio Estado; este es de otro: ${state}.`,
    ar: `لا تنظر الوزارة إلا في طعون دولتها، وهذا الطعن من دولة أخرى: ${state}.`,
  });
}

/** Names each phrase, so that the sender can reword it or appeal. */
export function unlawfulWording(wishes: readonly UnlawfulWish[]): ProblemError {
  const errors = wishes.map((wish) => {
    const code = `wish-on-${wish.ground}`;
    const message = wordingRefusal(wish);
    const { en, fr, es, ar } = findingInEach({ code, message }, findingSayings);
    const { phrase, path: pointer } = wish;
    const said = {
      en,
      fr: `« ${phrase} » : ${fr}`,
      es: `«${phrase}»: ${es}`,
      ar: `"${phrase}": ${ar}`,
    };
    return { pointer, code, said };
  });
  return refuse(
    400,
    'unlawful-wording',
    {
      en: 'The vacancy states a wish that law forbids. Reword it, or appeal at /v1/wording-appeals.',
      fr: "L'offre exprime un souhait que la loi interdit. Reformulez-la, ou faites recours : /v1/wording-appeals.",
      es: 'La oferta expresa un deseo que la ley prohíbe. Redáctela de otro modo, o recurra en /v1/wording-appeals.',
      ar: 'يتضمن العرض رغبة يمنعها القانون. أعيدوا صياغته، أو تظلموا عبر /v1/wording-appeals.',
    },
    { errors },
  );
}

export function wordingRefusal({ phrase, ground }: UnlawfulWish): string {
  return `"${phrase}" wishes for people by ${ground}, which law forbids.`;
}

export function appealNotFound(): ProblemError {
  return refuse(404, 'wording-appeal-not-found', {
    en: 'There is no such appeal, or it is not yours to see.',
    fr: "Ce recours n'existe pas, ou vous n'avez pas à le voir.",
    es: 'Este recurso no existe, o no le corresponde verlo.',
    ar: 'هذا التظلم غير موجود، أو ليس لكم الاطلاع عليه.',
  });
}

export function deliveryTooLarge(most: number): ProblemError {
  return refuse(413, 'delivery-too-large', {
    en: `One delivery holds at most ${most} vacancies. What was read before is kept; send the rest.`,
    fr: `Un envoi contient au plus ${most} offres. Ce qui a été lu avant est gardé ; envoyez le reste.`,
    es: `Un envío contiene como máximo ${most} ofertas. Lo leído antes se conserva; envíe el resto.`,
    ar: `العدد الأقصى للعروض في الإرسال الواحد: ${most}. ما قُرئ قبل ذلك محفوظ؛ أرسلوا الباقي.`,
  });
}

/**
 * Turns a FormatError, which says that the file as a whole is unreadable, into a problem. Returns
 * any other error as it is.
 */
export function unreadableFile(error: unknown): unknown {
  if (!(error instanceof FormatError)) return error;
  const { code, message, line, column } = error;
  const said = findingInEach({ code, message }, findingSayings);
  return refuse(400, code, said, { extensions: { line, column } });
}
