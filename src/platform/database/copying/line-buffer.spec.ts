import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LineBuffer } from './line-buffer.ts';

describe('a buffer of lines', () => {
  it('keeps the lines that were not dropped in their order, however long they are', () => {
    const line = fc.record({
      text: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('é'.repeat(700_000))),
      stands: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const buffer = new LineBuffer();
        for (const { text, stands } of lines) {
          const place = buffer.add(text);
          if (!stands) buffer.drop(place);
        }
        const expected = lines.map(({ text, stands }) => (stands ? text : '')).join('');
        expect(Buffer.from(buffer.take()).toString()).toBe(expected);
        buffer.add('next');
        expect(Buffer.from(buffer.take()).toString()).toBe('next');
      }),
    );
  });

  it('keeps lines unchanged by what is gathered beside and after them', () => {
    const [one, other] = [new LineBuffer(), new LineBuffer()];
    one.add('first');
    other.add('second');
    const taken = one.take();
    new LineBuffer().add('third');
    one.add('fourth');
    expect(Buffer.from(taken).toString()).toBe('first');
    expect(Buffer.from(other.take()).toString()).toBe('second');
  });
});
