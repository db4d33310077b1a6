import type { ProblemError } from '../platform/http/problem.ts';
import { notUsable } from '../platform/http/refuse.ts';

/**
 * Returns a 400 `unknown-code` for a code that the classification `scheme`, such as `isco`, does
 * not have. `pointer`: a JSON pointer to it.
 */
export function unknownCode(pointer: string, code: string, scheme: string): ProblemError {
  const name = scheme.toUpperCase();
  return notUsable(pointer, 'unknown-code', {
    en: `"${code}" is not a code of ${name}. Check it in the classification.`,
    fr: `« ${code} » n'est pas un code de la nomenclature ${name}. Vérifiez-le dans celle-ci.`,
    es: `«${code}» no es un código de la clasificación ${name}. Compruébelo en ella.`,
    ar: `"${code}" ليس رمزا في تصنيف ${name}. تحققوا منه في هذا التصنيف.`,
  });
}

/**
 * Returns a 400 `nuts-former` for a region of an earlier edition of NUTS. `pointer`: a JSON pointer
 * to it. `successor`: the region where most of its people live now.
 */
export function formerRegion(pointer: string, successor: string): ProblemError {
  return notUsable(pointer, 'nuts-former', {
    en: `This region no longer exists in NUTS 2024, so no place of work lies in it. Most of its people live in ${successor}: name the regions of today.`,
    fr: `Cette région n'existe plus dans la NUTS 2024 : aucun lieu de travail ne s'y trouve. La plupart de ses habitants vivent dans ${successor} : indiquez les régions actuelles.`,
    es: `Esta región ya no existe en la NUTS 2024, por lo que ningún lugar de trabajo está en ella. La mayoría de sus habitantes vive en ${successor}: indique las regiones actuales.`,
    ar: `لم تعد هذه الجهة موجودة في NUTS 2024، فلا يقع فيها أي مكان عمل. يعيش معظم سكانها في ${successor}: اذكروا الجهات الحالية.`,
  });
}

/**
 * Returns a 400 `other-state` for a region outside the state of a rule or national offer.
 * `pointer`: a JSON pointer to it.
 */
export function regionElsewhere(pointer: string): ProblemError {
  return notUsable(pointer, 'other-state', {
    en: 'The region is not in the state concerned. Choose a region of that state, or leave it out.',
    fr: "La région n'est pas située dans l'État concerné. Choisissez une région de cet État ou omettez-la.",
    es: 'La región no está en el Estado de que se trata. Elija una región de ese Estado u omítala.',
    ar: 'لا تقع الجهة في الدولة المعنية. اختاروا جهة من تلك الدولة أو لا تذكروها.',
  });
}
