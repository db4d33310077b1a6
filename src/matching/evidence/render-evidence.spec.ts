import { describe, expect, it } from '@jest/globals';
import { chain } from './evidence-chain.ts';
import type { DecisionEvidence } from './evidence.ts';
import { renderEntry } from './render-evidence.ts';

const decision: DecisionEvidence = {
  id: '0',
  status: 'waiting',
  waitUntilOn: '2026-12-02',
  score: 419,
  decidedOn: '2026-11-24',
  versions: { law: 1, rules: '1', weights: '1', reference: 'isco-08 only', snapshot: '1' },
  tier: { tier: '0', because: 'family', citation: 'Directive 2004/38/EC Art. 23' },
  verdicts: [],
  invitation: { outcome: 'not-hired', reasonSeal: 'ab', at: null },
};

describe('a decision in an evidence pack', () => {
  const told = (changes: Partial<DecisionEvidence>, reason?: string): string => {
    const reasons = new Map(reason === undefined ? [] : [[decision.id, reason]]);
    const [entry] = chain([{ kind: 'decision', content: { ...decision, ...changes } }]);
    return entry ? renderEntry(entry, 'fr', reasons).body : '';
  };

  it('says in words what the preference group is based on', () => {
    expect(told({})).toContain('(<bdi>membre de la famille d’un citoyen de l’Union</bdi>)');
    const tier = { tier: '3', because: 'MA', citation: 'COM(2007) 248' } as const;
    expect(told({ tier })).toContain('(<bdi>Maroc</bdi>)');
  });

  it('says once what two rules say alike', () => {
    const reason = { code: 'no-pressed-sector', params: {} };
    const said = { verdict: 'pass', reason, basis: 'COM(2007) 248', sentence: '' } as const;
    const of = ['pressed-sector-of-vacancy', 'pressed-sector-of-person'];
    const verdicts = of.map((rule) => ({ ...said, rule }));
    expect(told({ verdicts }).split('Aucun secteur')).toHaveLength(2);
  });

  it('says until when a candidate waits, and what the employer answered', () => {
    expect(told({})).toContain('<dd>en attente</dd>');
    expect(told({})).toContain('<dd><bdi>02/12/2026</bdi></dd>');
    expect(told({}, 'Another <post>')).toContain(
      '<dd>pas d’embauche: <bdi>Another &lt;post&gt;</bdi></dd>',
    );
    expect(told({})).toContain(
      '<dd>pas d’embauche: <bdi>le texte a été effacé avec les données du candidat</bdi></dd>',
    );
  });
});
