/** Collects conditions with their parameters; a value never becomes part of the statement. */
export class SqlConditions {
  readonly values: unknown[] = [];
  private readonly conditions: string[] = [];

  /** Binds a value and returns its placeholder. */
  bind(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  add(condition: string): void {
    this.conditions.push(condition);
  }

  /** Adds the condition unless there is nothing to compare with. */
  addFor(values: readonly unknown[], condition: (placeholder: string) => string): void {
    if (values.length > 0) this.add(condition(this.bind(values)));
  }

  /** Joins the conditions with AND; `true` if there are none. */
  toString(): string {
    return this.conditions.length > 0 ? this.conditions.join('\n AND ') : 'true';
  }
}
