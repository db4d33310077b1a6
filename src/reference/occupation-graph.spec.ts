import { describe, expect, it } from '@jest/globals';
import { OccupationGraph } from './occupation-graph.ts';

const uri = (name: string): string => `http://data.europa.eu/esco/occupation/${name}`;
const occupation = (id: number, name: string) => ({
  id,
  uri: uri(name),
  isco: '7212',
  code: null,
  nace: [],
});

/** welder holds arc-welder and spot-welder; arc-welder holds tig-welder; cutter stands beside welder. */
const graph = new OccupationGraph({
  occupations: [
    occupation(1, 'welder'),
    occupation(2, 'arc-welder'),
    occupation(3, 'spot-welder'),
    occupation(4, 'tig-welder'),
    occupation(5, 'cutter'),
    occupation(6, 'cook'),
  ],
  skillUris: new Map([[20, 'http://data.europa.eu/esco/skill/weld']]),
  parents: [
    { fromId: 1, toId: 100 },
    { fromId: 5, toId: 100 },
    { fromId: 6, toId: 101 },
    { fromId: 2, toId: 1 },
    { fromId: 3, toId: 1 },
    { fromId: 4, toId: 2 },
  ],
  skills: [
    { fromId: 1, toId: 20, kind: 'essential' },
    { fromId: 1, toId: 21, kind: 'essential' },
  ],
});

describe('how one occupation stands to another', () => {
  it.each([
    ['welder', 'welder', 'same'],
    ['welder', 'arc-welder', 'narrower'],
    ['welder', 'tig-welder', 'narrower'],
    ['tig-welder', 'welder', 'broader'],
    ['arc-welder', 'spot-welder', 'sibling'],
    ['welder', 'cutter', 'sibling'],
    ['tig-welder', 'spot-welder', null],
    ['welder', 'cook', null],
    ['welder', 'unknown', null],
  ])('to %s, %s is %s', (a, b, relation) => {
    expect(graph.relationBetween(uri(a), uri(b))).toBe(relation);
  });

  it('is told whatever way the address is written', () => {
    const shouted = uri('WELDER').replace('http:', 'https:');
    expect(graph.relationBetween(shouted, uri('arc-welder'))).toBe('narrower');
    expect(graph.findByUri(shouted)?.uri).toBe(uri('welder'));
  });
});

describe('the skills of an occupation', () => {
  it('are those that are known themselves', () => {
    expect(graph.essentialSkills(uri('welder'))).toEqual(['http://data.europa.eu/esco/skill/weld']);
    expect(graph.skillsOf(uri('unknown'))).toEqual({ essential: [], optional: [] });
  });
});
