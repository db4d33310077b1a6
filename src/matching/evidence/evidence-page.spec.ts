import { describe, expect, it } from '@jest/globals';
import { languages } from '../../platform/language/language.ts';
import { chain } from './evidence-chain.ts';
import { evidencePage } from './evidence-page.ts';
import { evidenceWords } from './evidence-words.ts';

describe('the page of an evidence pack', () => {
  const page = (content: object): string =>
    evidencePage(
      {
        id: '0',
        vacancyId: '1',
        matchId: null,
        organisationId: '2',
        state: 'ES',
        format: 'passerelle-evidence/1',
        head: 'ab',
        words: [],
        madeAt: new Date('2026-11-24T12:00:00Z'),
        entries: chain([{ kind: '<i>kind</i>', content }]),
      },
      'fr',
    );

  it('lets no text through as markup, neither a name nor a value nor a kind', () => {
    const text = page({ '<b>name</b>': '<script>"alert"</script>', more: ['<u>', '&'] });
    expect(text).not.toMatch(/<(script|b|u|i)>/);
    expect(text).toContain('&lt;script&gt;&quot;alert&quot;&lt;/script&gt;');
    expect(text).toContain('&lt;u&gt;, &amp;');
  });

  it('leaves no member out: an empty one has a dash, and a nested one its path', () => {
    const text = page({ none: null, list: [], nothing: {}, deep: [{ a: { b: false } }] });
    for (const path of ['none', 'list', 'nothing'])
      expect(text).toContain(`<code><bdi>${path}</bdi></code></th><td><bdi>\u2014</bdi>`);
    expect(text).toContain('<code><bdi>deep.0.a.b</bdi></code></th><td><bdi>false</bdi>');
  });

  it('numbers its sheets of A4, and leaves no heading alone at the end of one', () => {
    const [style = ''] = /<style>[^]*<\/style>/.exec(page({})) ?? [];
    expect(style).toContain("@bottom-center{content:counter(page) ' / ' counter(pages)");
    expect(style).toContain('h2,caption{break-after:avoid}');
  });

  it("states the day it was made in the reader's format", () => {
    expect(page({})).toContain('24/11/2026 12:00 UTC');
  });

  it('has a word for everything in every language', () => {
    for (const language of languages)
      for (const word of Object.values(evidenceWords[language])) expect(word).toBeTruthy();
  });
});
