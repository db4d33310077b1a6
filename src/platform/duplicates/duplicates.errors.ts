import type { ProblemError } from '../http/problem.ts';
import { notUsable, refuse } from '../http/refuse.ts';
import type { InOthers } from '../language/language.ts';
import type { DuplicateState } from './duplicate-pair.ts';

export function duplicateNotFound(): ProblemError {
  return refuse(404, 'duplicate-not-found', {
    en: 'There is no such pair, or it is not yours to decide on.',
    fr: "Cette paire n'existe pas, ou ce n'est pas à vous d'en décider.",
    es: 'Este par no existe, o no le corresponde decidir sobre él.',
    ar: 'لا يوجد هذا الزوج من السجلات، أو ليس لكم البت فيه.',
  });
}

const states: Readonly<Record<DuplicateState, InOthers>> = {
  found: { fr: 'sans décision', es: 'sin decisión', ar: 'دون قرار' },
  same: { fr: 'identiques', es: 'iguales', ar: 'متطابقان' },
  different: { fr: 'différents', es: 'distintos', ar: 'مختلفان' },
};

export function duplicateDecided(state: DuplicateState): ProblemError {
  const { fr, es, ar } = states[state];
  return refuse(409, 'duplicate-decided', {
    en: `Somebody has decided on this pair before: ${state}. Undo that first.`,
    fr: `Une décision existe déjà pour cette paire : ${fr}. Annulez-la d'abord.`,
    es: `Ya hay una decisión sobre este par: ${es}. Deshágala antes.`,
    ar: `سبق البت في هذا الزوج: ${ar}. ألغوا ذلك القرار أولا.`,
  });
}

export function duplicateUndecided(): ProblemError {
  return refuse(409, 'duplicate-undecided', {
    en: 'Nobody has decided on this pair yet, so there is nothing to undo.',
    fr: "Personne n'a encore décidé de cette paire : il n'y a rien à annuler.",
    es: 'Nadie ha decidido aún sobre este par: no hay nada que deshacer.',
    ar: 'لم يبت أحد في هذا الزوج بعد: لا شيء لإلغائه.',
  });
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
  return refuse(409, 'merged-before', {
    en: 'One of the two was merged with a third record before. Decide on that pair first.',
    fr: "L'un des deux a déjà été fusionné avec un troisième. Décidez d'abord de cette paire-là.",
    es: 'Uno de los dos ya se fusionó con un tercero. Decida antes sobre ese par.',
    ar: 'سبق دمج أحد الاثنين مع سجل ثالث. بتّوا في ذلك الزوج أولا.',
  });
}
