import type { InEach, Language } from '../language/language.ts';

/**
 * One thing wrong with the request, and its place: a JSON pointer (RFC 6901) or the name of a
 * header.
 */
interface ProblemDetail {
  pointer: string;
  code: string;
  said: InEach;
}

type StandardMember = 'type' | 'title' | 'status' | 'code' | 'detail' | 'instance' | 'errors';

export interface Problem {
  /** The HTTP status. */
  status: number;
  /** A stable code in kebab-case, for programs to decide by. */
  code: string;
  /** A text for people: what is wrong, and what would mend it. */
  said: InEach;
  errors?: readonly ProblemDetail[];
  /** Further members of the document. They may not replace the members that every problem has. */
  extensions?: Readonly<Record<string, unknown>> & Partial<Record<StandardMember, never>>;
  headers?: Readonly<Record<string, string>>;
}

/** A refusal with a stable code, sent as application/problem+json (RFC 9457). */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.said.en);
  }

  get code(): string {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }

  /** Returns the document of RFC 9457. Its `type` names the code and needs no server behind it. */
  toDocument(language: Language = 'en'): Record<string, unknown> {
    const { status, code, said, errors, extensions } = this.problem;
    const detail = said[language];
    const told = errors?.map(({ said, ...place }) => ({ ...place, detail: said[language] }));
    const title = code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');
    const type = `urn:passerelle:problem:${code}`;
    const standard = { type, title, status, code, detail, ...(told && { errors: told }) };
    return { ...standard, ...extensions, ...standard };
  }
}
