import type { ProblemError } from '../../platform/http/problem.ts';
import { notUsable, refuse } from '../../platform/http/refuse.ts';

export function simulationNotFound(): ProblemError {
  return refuse(404, 'simulation-not-found', {
    en: 'This simulation does not exist, or you do not have access to it. Check its id.',
    fr: "Cette simulation n'existe pas ou ne vous est pas accessible. Vérifiez son identifiant.",
    es: 'Esta simulación no existe o usted no tiene acceso a ella. Compruebe su identificador.',
    ar: 'هذه المحاكاة غير موجودة أو لا يحق لكم الاطلاع عليها. تحققوا من معرّفها.',
  });
}

export function notYoursToDraft(pointer: string): ProblemError {
  const code = 'other-authority';
  const said = {
    en: 'A draft may contain only what your organisation may decide: its own rules and national offers, or its own pressed sectors. Remove this part.',
    fr: 'Un projet ne peut contenir que ce dont votre organisation peut décider : ses propres règles et offres nationales, ou ses propres secteurs sous tension. Supprimez cette partie.',
    es: 'Un borrador solo puede contener lo que su organización puede decidir: sus propias normas y ofertas nacionales, o sus propios sectores en tensión. Elimine esta parte.',
    ar: 'لا يجوز أن تتضمن المسودة إلا ما يمكن لمنظمتكم أن تقرره: قواعدها وعروضها الوطنية، أو قطاعاتها التي تحت الضغط. احذفوا هذا الجزء.',
  };
  return refuse(403, code, said, { errors: [{ pointer, code, said }] });
}

export function simulationOver(): ProblemError {
  return refuse(409, 'simulation-over', {
    en: 'The simulation has already ended, so it cannot be cancelled.',
    fr: 'La simulation est déjà terminée et ne peut plus être annulée.',
    es: 'La simulación ya ha terminado y no se puede cancelar.',
    ar: 'انتهت المحاكاة ولم يعد من الممكن إلغاؤها.',
  });
}

export function nothingDrafted(): ProblemError {
  return notUsable('', 'nothing-drafted', {
    en: 'The draft changes nothing. Add a rule, seats or a sector.',
    fr: 'Le projet ne change rien. Ajoutez une règle, des places ou un secteur.',
    es: 'El borrador no cambia nada. Añada una norma, plazas o un sector.',
    ar: 'المسودة لا تغير شيئا. أضيفوا قاعدة أو مقاعد أو قطاعا.',
  });
}

/** Returns the refusal of the drafted rule at that index: it is new and needs a kind. */
export function kindMissing(index: number): ProblemError {
  return notUsable(`/rules/${index}/kind`, 'kind-missing', {
    en: 'No rule has this code. To draft a new rule, state its kind.',
    fr: 'Aucune règle ne porte ce code. Pour une nouvelle règle, indiquez son type.',
    es: 'Ninguna norma tiene este código. Para una norma nueva, indique su tipo.',
    ar: 'لا توجد قاعدة بهذا الرمز. إذا كانت القاعدة جديدة فاذكروا نوعها.',
  });
}

/**
 * Returns the refusal of the drafted seats at that index: the offer would have fewer than zero
 * seats.
 */
export function tooFewSeats(index: number): ProblemError {
  return notUsable(`/seats/${index}/more`, 'too-few-seats', {
    en: 'The national offer has fewer seats than the draft takes away. Take away fewer.',
    fr: "L'offre nationale compte moins de places que le projet n'en retire. Retirez-en moins.",
    es: 'La oferta nacional tiene menos plazas de las que retira el borrador. Retire menos.',
    ar: 'مقاعد العرض الوطني أقل مما تسحبه المسودة. اسحبوا عددا أقل.',
  });
}
