import { describe, expect, it } from '@jest/globals';
import { finding } from './finding.ts';

describe('a finding about a long value', () => {
  const shown = (value: string): string | null =>
    finding('warn', 'odd', { path: 'title', value }, 'Odd.').value;

  it('shows its beginning', () => {
    expect(shown('x'.repeat(200))).toBe('x'.repeat(200));
    expect(shown('x'.repeat(201))).toBe(`${'x'.repeat(200)}…`);
  });

  it('cuts no character in two', () => {
    expect(shown(`${'x'.repeat(199)}😀`)).toBe(`${'x'.repeat(199)}…`);
    expect(shown(`${'x'.repeat(198)}😀😀`)).toBe(`${'x'.repeat(198)}😀…`);
  });
});
