import { expect } from '@jest/globals';
import type { Finding } from '../../../src/platform/formats/finding.ts';

interface ReadRecord {
  row: number;
  draft: object | null;
  findings: readonly Finding[];
  /** A vacancy that its source took back: without a draft, but not refused. */
  ended?: unknown;
  /** A row that is no person, such as a total: reported, but not refused. */
  passedOver?: boolean;
}

interface Outcome {
  records: readonly ReadRecord[];
  /** Why the file could not be read further. */
  failure: { message: string } | null;
}

/**
 * Expects each record once and in order, and for each refused record, and no other, a place and a
 * reason.
 */
export function expectNamed({ records, failure }: Outcome): void {
  expect(records.map(({ row }) => row)).toEqual(records.map((_, at) => at + 1));
  for (const { draft, ended, passedOver, findings, row } of records) {
    const rejections = findings.filter(({ severity }) => severity === 'reject');
    expect(rejections.length > 0).toBe(draft === null && !ended && !passedOver);
    for (const found of rejections) {
      expect([found.row, typeof found.path]).toEqual([row, 'string']);
      expect([found.code, found.message]).not.toContain('');
    }
  }
  if (failure !== null) expect(failure.message).not.toBe('');
}
