import type { Response } from 'supertest';

/**
 * Checks, for `.expect(isStored)`, that something was created, or updated if it was there before.
 * @throws Error with the refusal
 */
export function isStored({ status, text }: Response): void {
  if (status !== 201 && status !== 200) throw new Error(`${status}: ${text}`);
}
