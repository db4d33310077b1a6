import { v7 } from 'uuid';

/** A new identifier: UUID version 7 (RFC 9562), so that ordering by id is ordering by creation. */
export function newId(): string {
  return v7();
}
