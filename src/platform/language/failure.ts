import type { InEach, Language } from './language.ts';

/** Why a task ended without a result, in the language of the caller. */
export interface ToldFailure {
  /** A code that stays the same from release to release. */
  code: string;
  message: string;
}

/** Why a task ended without a result, said in each language. */
export interface Failure {
  code: string;
  said: InEach;
}

export function describeFailure({ code, said }: Failure, language: Language): ToldFailure {
  return { code, message: said[language] };
}
