import { FormatError } from '../platform/formats/format-error.ts';
import type { UnlawfulWish } from './wording/check-wording.ts';
import { ProblemError } from '../platform/http/problem.ts';

export function vacancyNotFound(): ProblemError {
  const detail = 'There is no such vacancy, or it is not yours to see.';
  const others = {
    fr: "Cette offre n'existe pas, ou vous n'avez pas à la voir.",
    es: 'Esta oferta no existe, o no le corresponde verla.',
    ar: 'هذا العرض غير موجود، أو ليس لكم الاطلاع عليه.',
  };
  return new ProblemError({ status: 404, code: 'vacancy-not-found', detail, others });
}

export function otherState(state: string): ProblemError {
  const detail = `A ministry publishes vacancies of its own state only, not of ${state}.`;
  return new ProblemError({ status: 403, code: 'other-state', detail });
}

/** Each phrase is shown, so that the sender can mend it, or appeal. */
export function unlawfulWording(wishes: readonly UnlawfulWish[]): ProblemError {
  const errors = wishes.map((wish) => ({
    pointer: wish.path,
    code: `wish-on-${wish.ground}`,
    detail: wordingRefusal(wish),
  }));
  const detail =
    'The vacancy states a wish that law forbids. Reword it, or appeal at /v1/wording-appeals.';
  return new ProblemError({ status: 400, code: 'unlawful-wording', detail, errors });
}

export function wordingRefusal({ phrase, ground }: UnlawfulWish): string {
  return `"${phrase}" wishes for people by ${ground}, which law forbids.`;
}

export function appealNotFound(): ProblemError {
  const detail = 'There is no such appeal, or it is not yours to see.';
  return new ProblemError({ status: 404, code: 'wording-appeal-not-found', detail });
}

export function deliveryTooLarge(most: number): ProblemError {
  const detail = `One delivery holds at most ${most} vacancies. What was read before is kept; send the rest.`;
  return new ProblemError({ status: 413, code: 'delivery-too-large', detail });
}

/** The file as a whole is not what it should be; anything else is passed on. */
export function unreadableFile(error: unknown): unknown {
  if (!(error instanceof FormatError)) return error;
  const { code, message: detail, line, column } = error;
  return new ProblemError({ status: 400, code, detail, extensions: { line, column } });
}
