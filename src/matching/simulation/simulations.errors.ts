import type { ProblemError } from '../../platform/http/problem.ts';
import { notUsable, refuse } from '../../platform/http/refuse.ts';

export function simulationNotFound(): ProblemError {
  return refuse(404, 'simulation-not-found', {
    en: 'There is no such simulation, or it is not yours to see.',
    fr: "Cette simulation n'existe pas, ou vous n'avez pas à la voir.",
    es: 'Esta simulación no existe, o no le corresponde verla.',
    ar: 'هذه المحاكاة غير موجودة، أو ليس لكم الاطلاع عليها.',
  });
}

export function notYoursToDraft(pointer: string): ProblemError {
  const code = 'other-authority';
  const said = {
    en: 'One may only try what one may decide: rules and offers, or sectors, of one’s own.',
    fr: "On n'essaie que ce qu'on peut décider : ses propres règles et offres nationales, ou secteurs.",
    es: 'Solo se prueba lo que se puede decidir: normas y ofertas nacionales, o sectores, propios.',
    ar: 'لا يُجرَّب إلا ما يمكن تقريره: القواعد والعروض الوطنية، أو القطاعات، الخاصة بكم.',
  };
  return refuse(403, code, said, { errors: [{ pointer, code, said }] });
}

export function simulationOver(): ProblemError {
  return refuse(409, 'simulation-over', {
    en: 'The simulation has ended; there is nothing to cancel.',
    fr: "La simulation est terminée ; il n'y a rien à arrêter.",
    es: 'La simulación ha terminado; no hay nada que cancelar.',
    ar: 'انتهت المحاكاة؛ لا شيء لإلغائه.',
  });
}

export function nothingDrafted(): ProblemError {
  return notUsable('', 'nothing-drafted', {
    en: 'The draft changes nothing.',
    fr: 'Le projet ne change rien.',
    es: 'El borrador no cambia nada.',
    ar: 'المسودة لا تغير شيئا.',
  });
}

/** Returns the refusal of the drafted rule at that index: it is new and needs a kind. */
export function kindMissing(index: number): ProblemError {
  return notUsable(`/rules/${index}/kind`, 'kind-missing', {
    en: 'No rule has this code.',
    fr: "Aucune règle n'a ce code : indiquez sa sorte.",
    es: 'Ninguna norma tiene este código: indique su clase.',
    ar: 'لا توجد قاعدة بهذا الرمز: اذكروا نوعها.',
  });
}

/**
 * Returns the refusal of the drafted seats at that index: the offer would have fewer than zero
 * seats.
 */
export function tooFewSeats(index: number): ProblemError {
  return notUsable(`/seats/${index}/more`, 'too-few-seats', {
    en: 'It has fewer seats than that.',
    fr: 'Elle a moins de places que cela.',
    es: 'Tiene menos plazas que eso.',
    ar: 'مقاعده أقل من ذلك.',
  });
}
