import { FormatError } from '../platform/formats/format-error.ts';
import { ProblemError } from '../platform/http/problem.ts';
import { refuse } from '../platform/http/refuse.ts';
import { findingInEach } from '../platform/imports/faults/finding-messages.ts';
import { findingSayings } from './imports/finding-translations.ts';
import type { UnlawfulWish } from './wording/check-wording.ts';

export function vacancyNotFound(): ProblemError {
  return refuse(404, 'vacancy-not-found', {
    en: 'This vacancy does not exist, or you do not have access to it. Check its id.',
    fr: "Cette offre d'emploi n'existe pas ou ne vous est pas accessible. Vérifiez son identifiant.",
    es: 'Esta oferta de empleo no existe o usted no tiene acceso a ella. Compruebe su identificador.',
    ar: 'هذه الوظيفة غير موجودة أو لا يحق لكم الاطلاع عليها. تحققوا من معرّفها.',
  });
}

export function mergedWithEnded(): ProblemError {
  return refuse(409, 'duplicate-closed', {
    en: 'One of the two vacancies is closed, withdrawn or past its last day. Only open vacancies can be merged.',
    fr: "L'une des deux offres d'emploi est close, retirée ou échue. Seules des offres ouvertes peuvent être fusionnées.",
    es: 'Una de las dos ofertas de empleo está cerrada, retirada o vencida. Solo se pueden fusionar ofertas abiertas.',
    ar: 'إحدى الوظيفتين مغلقة أو مسحوبة أو انتهى أجلها. لا يمكن دمج سوى الوظائف المفتوحة.',
  });
}

export function otherState(state: string): ProblemError {
  return refuse(403, 'other-state', {
    en: `This vacancy is in ${state}, but a ministry may publish only vacancies of its own state. Check the locations.`,
    fr: `Cette offre d'emploi relève d'un autre État (${state}), or un ministère ne publie que celles de son propre État. Vérifiez les lieux de travail.`,
    es: `Esta oferta de empleo es de otro Estado (${state}) y un ministerio solo publica las de su propio Estado. Compruebe los lugares de trabajo.`,
    ar: `هذه الوظيفة من دولة أخرى (${state})، ولا تنشر الوزارة سوى وظائف دولتها. تحققوا من أماكن العمل.`,
  });
}

export function appealElsewhere(state: string): ProblemError {
  return refuse(403, 'other-state', {
    en: `This appeal concerns ${state}, but a ministry may file appeals only for its own state. Check the state.`,
    fr: `Ce recours concerne un autre État (${state}), or un ministère ne peut former de recours que pour son propre État. Vérifiez l'État indiqué.`,
    es: `Este recurso se refiere a otro Estado (${state}) y un ministerio solo puede interponer recursos para su propio Estado. Compruebe el Estado indicado.`,
    ar: `يتعلق هذا التظلم بدولة أخرى (${state})، ولا يمكن للوزارة أن تتظلم إلا بخصوص دولتها. تحققوا من الدولة المذكورة.`,
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
      en: 'The vacancy selects people by a characteristic that the law forbids. Reword it, or appeal at /v1/wording-appeals.',
      fr: "L'offre d'emploi sélectionne des personnes sur un critère interdit par la loi. Reformulez-la ou formez un recours : /v1/wording-appeals.",
      es: 'La oferta de empleo selecciona a personas por un criterio que la ley prohíbe. Modifique la redacción o recurra en /v1/wording-appeals.',
      ar: 'تختار هذه الوظيفة الأشخاص على أساس معيار يمنعه القانون. أعيدوا صياغتها أو تظلموا عبر /v1/wording-appeals.',
    },
    { errors },
  );
}

export function wordingRefusal({ phrase, ground }: UnlawfulWish): string {
  return `"${phrase}" selects people by ${ground}, which the law forbids. Reword it.`;
}

export function appealNotFound(): ProblemError {
  return refuse(404, 'wording-appeal-not-found', {
    en: 'This appeal does not exist, or you do not have access to it. Check its id.',
    fr: "Ce recours n'existe pas ou ne vous est pas accessible. Vérifiez son identifiant.",
    es: 'Este recurso no existe o usted no tiene acceso a él. Compruebe su identificador.',
    ar: 'هذا التظلم غير موجود أو لا يحق لكم الاطلاع عليه. تحققوا من معرّفه.',
  });
}

export function deliveryTooLarge(most: number): ProblemError {
  return refuse(413, 'delivery-too-large', {
    en: `A delivery may contain at most ${most} vacancies; those before the limit have been stored. Send the rest in another delivery.`,
    fr: `Un envoi contient au plus ${most} offres d'emploi ; celles qui précèdent cette limite sont enregistrées. Envoyez les autres dans un nouvel envoi.`,
    es: `Un envío contiene como máximo ${most} ofertas de empleo; las anteriores a ese límite se han guardado. Envíe las demás en otro envío.`,
    ar: `العدد الأقصى للوظائف في الإرسال الواحد هو ${most}، وقد سُجلت الوظائف التي قبل هذا الحد. أرسلوا الباقي في إرسال آخر.`,
  });
}

/**
 * Returns the refusal of a delivery whose reading ended with `error`. It holds the `report` on the
 * vacancies read before, which are stored: their sender would take a mere refusal for none. Any
 * error that is not the file's is returned as it is.
 */
export function brokenOff(error: unknown, report: object): unknown {
  const refusal = error instanceof FormatError ? unreadableFile(error) : error;
  if (!(refusal instanceof ProblemError)) return error;
  const { problem } = refusal;
  return new ProblemError({ ...problem, extensions: { ...problem.extensions, report } });
}

/** The file as a whole cannot be read, or no further. */
function unreadableFile({ code, message, line, column }: FormatError): ProblemError {
  const said = findingInEach({ code, message }, findingSayings);
  return refuse(400, code, said, { extensions: { line, column } });
}
