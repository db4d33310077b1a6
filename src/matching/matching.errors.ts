import { ProblemError } from '../platform/http/problem.ts';

export function matchNotFound(): ProblemError {
  const detail = 'There is no such match, or it is not yours to see.';
  const others = {
    fr: "Cette proposition n'existe pas, ou vous n'avez pas à la voir.",
    es: 'Esta propuesta no existe, o no le corresponde verla.',
    ar: 'هذا الاقتراح غير موجود، أو ليس لكم الاطلاع عليه.',
  };
  return new ProblemError({ status: 404, code: 'match-not-found', detail, others });
}

export function matchNotRecorded(): ProblemError {
  const detail =
    'The facts behind this decision were not recorded; it can be asked once it is decided anew.';
  const others = {
    fr: "Les faits de cette décision n'ont pas été gardés ; demandez à nouveau quand elle aura été reprise.",
    es: 'Los hechos de esta decisión no se guardaron; pregunte de nuevo cuando se haya vuelto a tomar.',
    ar: 'لم تُحفظ وقائع هذا القرار؛ أعيدوا السؤال بعد اتخاذه من جديد.',
  };
  return new ProblemError({ status: 409, code: 'match-not-recorded', detail, others });
}

export function runNotFound(): ProblemError {
  const detail = 'There is no such matching run, or it is not yours to see.';
  return new ProblemError({ status: 404, code: 'matching-run-not-found', detail });
}

export function tooManyToAllocate(most: number): ProblemError {
  const detail = `At most ${most} vacancies are allocated at once: name those that belong together.`;
  return new ProblemError({ status: 409, code: 'too-many-to-allocate', detail });
}

export function assignmentNotFound(): ProblemError {
  const detail = 'There is no such assignment.';
  return new ProblemError({ status: 404, code: 'assignment-not-found', detail });
}

export function evidencePackNotFound(): ProblemError {
  const detail = 'There is no such evidence pack, or it is not yours to see.';
  return new ProblemError({ status: 404, code: 'evidence-pack-not-found', detail });
}

export function notProposed(): ProblemError {
  const detail = 'Somebody is held back; they may only be offered to wait for a seat.';
  return new ProblemError({ status: 409, code: 'match-not-proposed', detail });
}

export function invitationsOwed(): ProblemError {
  const detail =
    'Fit people with Community preference have to be invited first; the close-out report lists them.';
  return new ProblemError({ status: 409, code: 'invitations-owed', detail });
}

export function nothingToMatch(): ProblemError {
  const detail = 'There is no open vacancy of yours to match.';
  return new ProblemError({ status: 409, code: 'nothing-to-match', detail });
}
