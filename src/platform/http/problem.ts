import type { InEach, Language } from '../language/language.ts';

/** One thing wrong with the request, and where: a JSON pointer (RFC 6901) or a header's name. */
interface ProblemDetail {
  pointer: string;
  code: string;
  said: InEach;
}

type StandardMember = 'type' | 'title' | 'status' | 'code' | 'detail' | 'instance' | 'errors';

export interface Problem {
  /** HTTP status. */
  status: number;
  /** Stable, kebab-case; what programs decide by. */
  code: string;
  /** For people: what is wrong here, and what would mend it. */
  said: InEach;
  errors?: readonly ProblemDetail[];
  /** Members of its own; none may stand in place of those that every problem has. */
  extensions?: Readonly<Record<string, unknown>> & Partial<Record<StandardMember, never>>;
  headers?: Readonly<Record<string, string>>;
}

/** A refusal with a stable code; it leaves as application/problem+json (RFC 9457). */
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

  /** The document of RFC 9457; `type` names the code and needs no server behind it. */
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
