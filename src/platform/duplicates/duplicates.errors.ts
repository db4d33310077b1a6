import { ProblemError } from '../http/problem.ts';
import { notUsable } from '../http/refuse.ts';
import type { InOthers } from '../language/language.ts';
import type { DuplicateState } from './duplicate-pair.ts';

export function duplicateNotFound(): ProblemError {
  const detail = 'There is no such pair, or it is not yours to decide on.';
  const others = {
    fr: "Cette paire n'existe pas, ou ce n'est pas à vous d'en décider.",
    es: 'Este par no existe, o no le corresponde decidir sobre él.',
    ar: 'لا يوجد هذا الزوج من السجلات، أو ليس لكم البت فيه.',
  };
  return new ProblemError({ status: 404, code: 'duplicate-not-found', detail, others });
}

const states: Readonly<Record<DuplicateState, InOthers>> = {
  found: { fr: 'sans décision', es: 'sin decisión', ar: 'دون قرار' },
  same: { fr: 'identiques', es: 'iguales', ar: 'متطابقان' },
  different: { fr: 'différents', es: 'distintos', ar: 'مختلفان' },
};

export function duplicateDecided(state: DuplicateState): ProblemError {
  const detail = `Somebody has decided on this pair before: ${state}. Undo that first.`;
  const { fr, es, ar } = states[state];
  const others = {
    fr: `Une décision existe déjà pour cette paire : ${fr}. Annulez-la d'abord.`,
    es: `Ya hay una decisión sobre este par: ${es}. Deshágala antes.`,
    ar: `سبق البت في هذا الزوج: ${ar}. ألغوا ذلك القرار أولا.`,
  };
  return new ProblemError({ status: 409, code: 'duplicate-decided', detail, others });
}

export function duplicateUndecided(): ProblemError {
  const detail = 'Nobody has decided on this pair yet, so there is nothing to undo.';
  const others = {
    fr: "Personne n'a encore décidé de cette paire : il n'y a rien à annuler.",
    es: 'Nadie ha decidido aún sobre este par: no hay nada que deshacer.',
    ar: 'لم يبت أحد في هذا الزوج بعد: لا شيء لإلغائه.',
  };
  return new ProblemError({ status: 409, code: 'duplicate-undecided', detail, others });
}

export function survivorUnknown(): ProblemError {
  return notUsable('/survivorId', 'survivor-unknown', {
    en: 'The record that stays must be one of the two.',
    fr: "L'enregistrement qui reste doit être l'un des deux.",
    es: 'El registro que se queda debe ser uno de los dos.',
    ar: 'يجب أن يكون السجل الذي يبقى أحد الاثنين.',
  });
}

export function mergedBefore(): ProblemError {
  const detail = 'One of the two was merged with a third record before. Decide on that pair first.';
  const others = {
    fr: "L'un des deux a déjà été fusionné avec un troisième. Décidez d'abord de cette paire-là.",
    es: 'Uno de los dos ya se fusionó con un tercero. Decida antes sobre ese par.',
    ar: 'سبق دمج أحد الاثنين مع سجل ثالث. بتّوا في ذلك الزوج أولا.',
  };
  return new ProblemError({ status: 409, code: 'merged-before', detail, others });
}
