import type { ProblemError } from '../../platform/http/problem.ts';
import { notUsable, refuse } from '../../platform/http/refuse.ts';

export function ruleNotFound(code: string): ProblemError {
  return refuse(404, 'rule-not-found', {
    en: `There is no rule with the code ${code}. Check the code.`,
    fr: `Aucune règle ne porte le code « ${code} ». Vérifiez le code.`,
    es: `Ninguna norma tiene el código «${code}». Compruebe el código.`,
    ar: `لا توجد قاعدة بالرمز "${code}". تحققوا من الرمز.`,
  });
}

export function ruleExists(code: string): ProblemError {
  return refuse(409, 'rule-exists', {
    en: `There is already a rule with the code ${code}. Change that rule, or choose another code.`,
    fr: `Une règle porte déjà le code « ${code} ». Modifiez cette règle ou choisissez un autre code.`,
    es: `Ya existe una norma con el código «${code}». Modifique esa norma o elija otro código.`,
    ar: `توجد قاعدة أخرى بالرمز "${code}". عدّلوا تلك القاعدة أو اختاروا رمزا آخر.`,
  });
}

/**
 * Returns the refusal of a change that only the ministry of `state` may make; null stands for the
 * Union.
 */
export function otherAuthority(state: string | null): ProblemError {
  return refuse(403, 'other-authority', {
    en: state
      ? `Only the ministry of ${state} may record and change this rule. Ask that ministry.`
      : 'Only the Union may record and change this rule. Ask its administration.',
    fr: state
      ? `Seul le ministère de cet État peut enregistrer et modifier cette règle : ${state}. Adressez-vous à lui.`
      : "Seule l'Union peut enregistrer et modifier cette règle. Adressez-vous à son administration.",
    es: state
      ? `Solo el ministerio de este Estado puede registrar y modificar esta norma: ${state}. Diríjase a él.`
      : 'Solo la Unión puede registrar y modificar esta norma. Diríjase a su administración.',
    ar: state
      ? `لا يجوز تسجيل هذه القاعدة وتعديلها إلا لوزارة هذه الدولة: ${state}. اتصلوا بها.`
      : 'لا يجوز تسجيل هذه القاعدة وتعديلها إلا للاتحاد الأوروبي. اتصلوا بإدارته.',
  });
}

/** Returns the refusal of a code that names another authority. `authority`: that state, or EU. */
export function codeElsewhere(authority: string): ProblemError {
  return notUsable('/code', 'code-of-another-authority', {
    en: `This code belongs to a rule of ${authority}. Name your rule after your own state.`,
    fr: `Ce code désigne une règle d'une autre autorité (${authority}). Nommez votre règle d'après votre propre État.`,
    es: `Este código designa una norma de otra autoridad (${authority}). Nombre su norma según su propio Estado.`,
    ar: `يدل هذا الرمز على قاعدة تابعة لسلطة أخرى (${authority}). سمّوا قاعدتكم باسم دولتكم.`,
  });
}

/**
 * Returns the refusal of a region for a kind that applies to whole states. `pointer`: to the
 * region.
 */
export function regionNotAsked(pointer: string): ProblemError {
  return notUsable(pointer, 'whole-state-only', {
    en: 'A rule of this kind applies to the whole state. Leave the region out.',
    fr: "Une règle de ce type s'applique à tout l'État. Omettez la région.",
    es: 'Una norma de este tipo se aplica a todo el Estado. Omita la región.',
    ar: 'تسري القاعدة من هذا النوع على الدولة كلها. لا تذكروا الجهة.',
  });
}

export function exemptionWithoutCondition(): ProblemError {
  return notUsable('/parameters', 'exemption-without-condition', {
    en: 'An exemption without any condition would abolish the labour-market test for everyone. State at least one condition.',
    fr: 'Une dispense sans condition supprimerait le test du marché du travail pour tous. Indiquez au moins une condition.',
    es: 'Una exención sin condiciones suprimiría la prueba del mercado de trabajo para todos. Indique al menos una condición.',
    ar: 'الإعفاء دون أي شرط يلغي اختبار سوق العمل بالنسبة إلى الجميع. اذكروا شرطا واحدا على الأقل.',
  });
}
