import type { ProblemError } from '../../platform/http/problem.ts';
import { notUsable, refuse } from '../../platform/http/refuse.ts';

export function ruleNotFound(code: string): ProblemError {
  return refuse(404, 'rule-not-found', {
    en: `There is no rule ${code}, or it was not yet known then.`,
    fr: `Il n'y a pas de règle « ${code} », ou elle n'était pas encore connue alors.`,
    es: `No hay ninguna norma «${code}», o entonces aún no se conocía.`,
    ar: `لا توجد قاعدة "${code}"، أو لم تكن معروفة حينها.`,
  });
}

export function ruleExists(code: string): ProblemError {
  return refuse(409, 'rule-exists', {
    en: `There is a rule ${code} already; change that one.`,
    fr: `Il y a déjà une règle « ${code} » ; modifiez celle-là.`,
    es: `Ya hay una norma «${code}»; modifique esa.`,
    ar: `توجد قاعدة "${code}" من قبل؛ عدّلوا تلك.`,
  });
}

/**
 * Returns the refusal of a change that only the ministry of `state` may make; null stands for the
 * Union.
 */
export function otherAuthority(state: string | null): ProblemError {
  return refuse(403, 'other-authority', {
    en: `Only ${state ? `the ministry of ${state}` : 'the Union'} records and changes this rule.`,
    fr: state
      ? `Seul le ministère de cet État enregistre et modifie cette règle : ${state}.`
      : "Seule l'Union enregistre et modifie cette règle.",
    es: state
      ? `Solo el ministerio de este Estado registra y modifica esta norma: ${state}.`
      : 'Solo la Unión registra y modifica esta norma.',
    ar: state
      ? `لا تسجل هذه القاعدة وتعدلها إلا وزارة هذه الدولة: ${state}.`
      : 'لا يسجل هذه القاعدة ويعدلها إلا الاتحاد الأوروبي.',
  });
}

/** Returns the refusal of a code that names another authority. `authority`: that state, or EU. */
export function codeElsewhere(authority: string): ProblemError {
  return notUsable('/code', 'code-of-another-authority', {
    en: `This code is for a rule of ${authority}: name yours by your own state.`,
    fr: `Ce code est celui d'une règle d'une autre autorité (${authority}) : nommez la vôtre d'après votre État.`,
    es: `Este código es de una norma de otra autoridad (${authority}): nombre la suya según su propio Estado.`,
    ar: `هذا الرمز لقاعدة سلطة أخرى (${authority}): سمّوا قاعدتكم باسم دولتكم.`,
  });
}

export function regionElsewhere(): ProblemError {
  return notUsable('/region', 'other-state', {
    en: 'The region does not lie in the state of the rule.',
    fr: "La région n'est pas dans l'État de la règle.",
    es: 'La región no está en el Estado de la norma.',
    ar: 'لا تقع الجهة في دولة القاعدة.',
  });
}

/**
 * Returns the refusal of a region for a kind that applies to whole states. `pointer`: to the
 * region.
 */
export function regionNotAsked(pointer: string): ProblemError {
  return notUsable(pointer, 'whole-state-only', {
    en: 'A rule of this kind holds in the whole state: leave the region out.',
    fr: "Une règle de ce type vaut pour tout l'État : omettez la région.",
    es: 'Una norma de este tipo rige en todo el Estado: omita la región.',
    ar: 'القاعدة من هذا النوع تسري في الدولة كلها: اتركوا الجهة فارغة.',
  });
}

export function exemptionWithoutCondition(): ProblemError {
  return notUsable('/parameters', 'exemption-without-condition', {
    en: 'An exemption without any condition would end the test for everybody.',
    fr: 'Une dispense sans condition mettrait fin au test du marché du travail pour tous.',
    es: 'Una exención sin condiciones acabaría con la prueba del mercado de trabajo para todos.',
    ar: 'الإعفاء دون أي شرط ينهي اختبار سوق العمل للجميع.',
  });
}
