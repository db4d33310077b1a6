/** Decides whether a document matches; MeilisearchFake turns a filter expression into one. */
export type Predicate = (document: Record<string, unknown>) => boolean;

export class FilterError extends Error {}

/** A quoted value ends as in the server's parser: a backslash belongs to the next character. */
const token = /\s*("(?:[^"\\]|\\[^])*"|[()[\],]|>=|<=|!=|=|>|<|[\w.-]+)/y;

/**
 * Reads the part of the documented grammar that our filters use: =, >=, <=, IN, NOT, AND, OR and
 * brackets. NOT binds tighter than AND, AND tighter than OR.
 * @throws FilterError on anything else
 */
export function readFilter(expression: string, filterable: readonly string[]): Predicate {
  if (expression.trim() === '') return () => true;
  const reader = new FilterReader(tokensOf(expression), filterable);
  const predicate = reader.either();
  if (reader.next !== undefined) throw new FilterError(`Unexpected ${reader.next}`);
  return predicate;
}

function tokensOf(expression: string): string[] {
  const tokens: string[] = [];
  const rest = expression.trimEnd();
  token.lastIndex = 0;
  while (token.lastIndex < rest.length) {
    const at = token.lastIndex;
    const found = token.exec(rest)?.[1];
    if (found === undefined)
      throw new FilterError(`Malformed at ${at}: ${rest.slice(at, at + 20)}`);
    tokens.push(found);
  }
  return tokens;
}

class FilterReader {
  private position = 0;

  constructor(
    private readonly tokens: readonly string[],
    private readonly filterable: readonly string[],
  ) {}

  get next(): string | undefined {
    return this.tokens[this.position];
  }

  either(): Predicate {
    const parts = [this.both()];
    while (this.takes('OR')) parts.push(this.both());
    return (document) => parts.some((part) => part(document));
  }

  private both(): Predicate {
    const parts = [this.one()];
    while (this.takes('AND')) parts.push(this.one());
    return (document) => parts.every((part) => part(document));
  }

  private one(): Predicate {
    if (this.takes('NOT')) {
      const negated = this.one();
      return (document) => !negated(document);
    }
    if (!this.takes('(')) return this.condition();
    const inner = this.either();
    this.expect(')');
    return inner;
  }

  private condition(): Predicate {
    const attribute = this.take();
    if (!this.filterable.includes(attribute)) {
      throw new FilterError(`Attribute \`${attribute}\` is not filterable.`);
    }
    const operator = this.take();
    if (operator === 'IN') return oneOf(attribute, this.list());
    const value = unquoted(this.take());
    if (operator === '=') return oneOf(attribute, [value]);
    const limit = Number(value);
    const fits = { '>=': (n: number) => n >= limit, '<=': (n: number) => n <= limit }[operator];
    if (!fits || Number.isNaN(limit)) throw new FilterError(`Cannot ${operator} ${value}`);
    return (document) => typeof document[attribute] === 'number' && fits(document[attribute]);
  }

  private list(): string[] {
    const values: string[] = [];
    this.expect('[');
    while (!this.takes(']')) {
      if (values.length > 0) this.expect(',');
      values.push(unquoted(this.take()));
    }
    return values;
  }

  private take(): string {
    const taken = this.next;
    if (taken === undefined) throw new FilterError('Unexpected end');
    this.position += 1;
    return taken;
  }

  private takes(wanted: string): boolean {
    if (this.next !== wanted) return false;
    this.position += 1;
    return true;
  }

  private expect(wanted: string): void {
    if (!this.takes(wanted)) throw new FilterError(`Expected ${wanted}, not ${String(this.next)}`);
  }
}

const unquoted = (value: string): string =>
  value.startsWith('"') ? value.slice(1, -1).replaceAll('\\"', '"') : value;

function oneOf(attribute: string, values: readonly string[]): Predicate {
  const wanted = new Set(values.map((value) => value.toLowerCase()));
  return (document) =>
    [document[attribute]]
      .flat()
      .some((held) => held !== null && held !== undefined && wanted.has(textOf(held)));
}

/** Numbers and booleans compare as they are written. */
function textOf(held: unknown): string {
  return (typeof held === 'string' ? held : JSON.stringify(held)).toLowerCase();
}
