import type { ProblemError } from '../http/problem.ts';
import { notUsable, refuse } from '../http/refuse.ts';
import type { InOthers } from '../language/language.ts';
import type { DuplicateState } from './duplicate-pair.ts';

export function duplicateNotFound(): ProblemError {
  return refuse(404, 'duplicate-not-found', {
    en: 'This pair does not exist, or it is not for you to decide. Check its id.',
    fr: "Cette paire n'existe pas, ou la décision ne vous revient pas. Vérifiez son identifiant.",
    es: 'Este par no existe o no le corresponde decidir sobre él. Compruebe su identificador.',
    ar: 'هذا الزوج من السجلات غير موجود أو لا يعود البت فيه إليكم. تحققوا من معرّفه.',
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
    en: `This pair has already been decided: ${state}. Undo that decision first.`,
    fr: `Cette paire a déjà fait l'objet d'une décision : ${fr}. Annulez d'abord cette décision.`,
    es: `Ya se ha decidido sobre este par: ${es}. Deshaga primero esa decisión.`,
    ar: `سبق البت في هذا الزوج: ${ar}. ألغوا ذلك القرار أولا.`,
  });
}

export function duplicateUndecided(): ProblemError {
  return refuse(409, 'duplicate-undecided', {
    en: 'This pair has not been decided yet, so there is nothing to undo.',
    fr: "Cette paire n'a pas encore fait l'objet d'une décision : il n'y a rien à annuler.",
    es: 'Aún no se ha decidido sobre este par: no hay nada que deshacer.',
    ar: 'لم يُبتّ في هذا الزوج بعد، فلا يوجد قرار يمكن إلغاؤه.',
  });
}

export function survivorUnknown(): ProblemError {
  return notUsable('/survivorId', 'survivor-unknown', {
    en: 'survivorId names neither record of the pair. Send the id of the record that is to remain.',
    fr: "survivorId ne désigne aucun des deux enregistrements. Indiquez l'identifiant de celui qui doit rester.",
    es: 'survivorId no designa ninguno de los dos registros. Indique el identificador del que debe quedar.',
    ar: 'لا يدل survivorId على أي من السجلين. اذكروا معرّف السجل الذي يجب أن يبقى.',
  });
}

export function mergedBefore(): ProblemError {
  return refuse(409, 'merged-before', {
    en: 'One of the two records has already been merged with another one. Decide on that pair first.',
    fr: "L'un des deux enregistrements a déjà été fusionné avec un autre. Décidez d'abord de cette autre paire.",
    es: 'Uno de los dos registros ya se fusionó con otro. Decida primero sobre ese otro par.',
    ar: 'سبق دمج أحد السجلين مع سجل آخر. بتّوا أولا في ذلك الزوج.',
  });
}
