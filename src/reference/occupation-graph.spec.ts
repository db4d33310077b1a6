import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OccupationGraph } from './occupation-graph.ts';

const uri = (name: string): string => `http://data.europa.eu/esco/occupation/${name}`;
const skill = (name: string): string => `http://data.europa.eu/esco/skill/${name}`;
const occupation = (id: number, name: string) => ({
  id,
  uri: uri(name),
  isco: '7212',
  code: null,
  nace: [],
});

/**
 * Welder includes arc-welder and spot-welder, and arc-welder includes tig-welder. Cutter is next to
 * welder.
 */
const graph = new OccupationGraph({
  occupations: [
    occupation(1, 'welder'),
    occupation(2, 'arc-welder'),
    occupation(3, 'spot-welder'),
    occupation(4, 'tig-welder'),
    occupation(5, 'cutter'),
    occupation(6, 'cook'),
  ],
  skillUris: new Map([
    [20, skill('weld')],
    [22, skill('weld pipes')],
    [23, skill('read plans')],
  ]),
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
    { fromId: 1, toId: 23, kind: 'optional' },
    { fromId: 5, toId: 20, kind: 'essential' },
    { fromId: 6, toId: 23, kind: 'essential' },
  ],
  broaderSkills: [{ fromId: 22, toId: 20 }],
});

describe('the relation of two occupations', () => {
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
  ])('says for %s that %s is %s', (a, b, relation) => {
    expect(graph.relationBetween(uri(a), uri(b))).toBe(relation);
  });

  it('ignores the case and the scheme of the addresses', () => {
    const shouted = uri('WELDER').replace('http:', 'https:');
    expect(graph.relationBetween(shouted, uri('arc-welder'))).toBe('narrower');
    expect(graph.findByUri(shouted)?.uri).toBe(uri('welder'));
  });
});

describe('the relatives of an occupation', () => {
  const number = fc.integer({ min: 1, max: 12 });
  const edges = fc.array(fc.record({ fromId: number, toId: number }), { maxLength: 20 });
  const needs = fc.array(fc.record({ fromId: number, toId: fc.integer({ min: 50, max: 58 }) }));

  it('includes all that have a relation or a skill in common with it, and no other', () => {
    const check = (above: { fromId: number; toId: number }[], needed: typeof above): void => {
      // One parent each, as in the occupations of ESCO.
      const parents = [...new Map(above.map((edge) => [edge.fromId, edge])).values()];
      const any = new OccupationGraph({
        occupations: Array.from({ length: 10 }, (_, at) => occupation(at + 1, `o${at + 1}`)),
        skillUris: new Map(),
        parents,
        skills: needed.map((edge) => ({ ...edge, kind: 'essential' as const })),
        broaderSkills: [],
      });
      const all = ['o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'o7', 'o8', 'o9', 'o10', 'o99'].map(uri);
      for (const asked of all) {
        const related = all.filter(
          (own) => any.relationBetween(asked, own) !== null || any.overlapBetween(asked, own) > 0,
        );
        expect(any.kindred(asked, all)).toEqual(related);
      }
    };
    fc.assert(fc.property(edges, needs, check), { numRuns: 300 });
  });
});

describe('the skills of an occupation', () => {
  it('includes only known skills, and none of an unknown occupation', () => {
    expect(graph.essentialSkills(uri('welder'))).toEqual([skill('weld')]);
    expect(graph.skillsOf(uri('unknown'))).toEqual({ essential: [], optional: [] });
  });

  it('overlaps by the share of what the first occupation asks for', () => {
    expect(graph.overlapBetween(uri('cutter'), uri('welder'))).toBe(1);
    expect(graph.overlapBetween(uri('welder'), uri('cutter'))).toBe(0.5);
    expect(graph.overlapBetween(uri('welder'), uri('cook'))).toBe(0);
    expect(graph.overlapBetween(uri('welder'), uri('tig-welder'))).toBe(0);
  });

  it('weighs a skill more if fewer occupations ask for it', () => {
    const one = graph.rarityOf(skill('unheard of'));
    expect(one).toBe(100);
    expect(graph.rarityOf(skill('WELD'))).toBe(
      Math.round((100 * Math.log(1 + 6 / 2)) / Math.log(7)),
    );
  });

  it('finds the skills directly above and below one', () => {
    expect(graph.nearSkills(skill('weld'))).toEqual([skill('weld pipes')]);
    expect(graph.nearSkills(skill('weld pipes'))).toEqual([skill('weld')]);
    expect(graph.nearSkills(skill('read plans'))).toEqual([]);
  });
});
