import type { InEach } from '../language/language.ts';
import { ProblemError } from './problem.ts';

/** A refusal, said in each language. `extensions`: members of its own. */
export function refuse(
  status: number,
  code: string,
  { en: detail, ...others }: InEach,
  extensions: Readonly<Record<string, unknown>> = {},
): ProblemError {
  return new ProblemError({ status, code, detail, others, extensions: { ...extensions } });
}

/** Something that the form of the request allows but the facts do not. */
export function notUsable(
  pointer: string,
  code: string,
  { en: detail, ...others }: InEach,
): ProblemError {
  const errors = [{ pointer, code, detail, others }];
  return new ProblemError({ status: 400, code: 'validation-failed', detail, others, errors });
}

export function endsBeforeItStarts(pointer: string): ProblemError {
  return notUsable(pointer, 'dates-out-of-order', {
    en: 'It ends before it starts.',
    fr: 'La fin est avant le début.',
    es: 'El final es anterior al comienzo.',
    ar: 'تاريخ النهاية قبل تاريخ البداية.',
  });
}
