import { describe, expect, it } from '@jest/globals';
import { type Label, LabelIndex } from './label-index.ts';

const occupations = ['växeltelefonist', 'butikssäljare', 'lokförare', 'kock'];
const label = (text: string, concept: number): Label => ({
  text,
  concept,
  preferred: concept < occupations.length,
  group: concept >= occupations.length,
});
const group = label('Telefonister', occupations.length);
const named = (...more: readonly Label[]): LabelIndex =>
  new LabelIndex([...occupations.map(label), group, ...more], 'sv');
const first = (index: LabelIndex, title: string): string | undefined =>
  index.labels[index.search([title], 1)[0]?.label ?? -1]?.text;

describe('the name of a whole group', () => {
  it('ranks behind those of occupations that have many names', () => {
    const others = occupations.flatMap((text, concept) =>
      ['erfaren', 'biträdande'].map((kind) => label(`${kind} ${text}`, concept)),
    );
    expect(first(named(...others), 'telefonist')).toBe('växeltelefonist');
  });

  it('ranks with those of occupations that have few names', () => {
    expect(first(named(), 'telefonist')).toBe('Telefonister');
  });
});
