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
 * welder is above arc-welder and spot-welder, arc-welder above tig-welder; cutter is a sibling of
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

describe('the kindred of an occupation', () => {
  const number = fc.integer({ min: 1, max: 12 });
  const edges = fc.array(fc.record({ fromId: number, toId: number }), { maxLength: 20 });
  const needs = fc.array(fc.record({ fromId: number, toId: fc.integer({ min: 50, max: 58 }) }));

  it('are all that it has to do with, and nobody else', () => {
    const check = (above: { fromId: number; toId: number }[], needed: typeof above): void => {
      // One parent each, as occupations of ESCO are read.
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
  it('are those that are known themselves', () => {
    expect(graph.essentialSkills(uri('welder'))).toEqual([skill('weld')]);
    expect(graph.skillsOf(uri('unknown'))).toEqual({ essential: [], optional: [] });
  });

  it('overlap by the share of what the first one asks for', () => {
    expect(graph.overlapBetween(uri('cutter'), uri('welder'))).toBe(1);
    expect(graph.overlapBetween(uri('welder'), uri('cutter'))).toBe(0.5);
    expect(graph.overlapBetween(uri('welder'), uri('cook'))).toBe(0);
    expect(graph.overlapBetween(uri('welder'), uri('tig-welder'))).toBe(0);
  });

  it('tell the more, the fewer occupations ask for them', () => {
    const one = graph.rarityOf(skill('unheard of'));
    expect(one).toBe(100);
    expect(graph.rarityOf(skill('WELD'))).toBe(
      Math.round((100 * Math.log(1 + 6 / 2)) / Math.log(7)),
    );
  });

  it('have others right above and below them', () => {
    expect(graph.nearSkills(skill('weld'))).toEqual([skill('weld pipes')]);
    expect(graph.nearSkills(skill('weld pipes'))).toEqual([skill('weld')]);
    expect(graph.nearSkills(skill('read plans'))).toEqual([]);
  });
});
