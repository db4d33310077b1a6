import type { InEach, Language } from './language.ts';

/** Why nothing more comes of what somebody asked for, in their language. */
export interface ToldFailure {
  /** Does not change from one release to the next. */
  code: string;
  message: string;
}

/** The same, said in each language. */
export interface Failure {
  code: string;
  said: InEach;
}

export function tellFailure({ code, said }: Failure, language: Language): ToldFailure {
  return { code, message: said[language] };
}
