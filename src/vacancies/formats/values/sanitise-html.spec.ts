import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainText, sanitiseHtml } from './sanitise-html.ts';

const pieces = [
  '<p>', '</p>', '<br>', '<br/>', '<br />', '<LI>', '</li>', '<h3>', '</H3>', '<strong>', '</b>', '<i>',
  '<script>', '</script>', '<a href="x">', '</a>', '<', '>', '"', '&amp;', '&eacute;', '&', '<pre>',
  'welder', ' ', '\n', 'née', '1 > 0', '<p class="x">', '<!-- ', ' -->', '<style>', '</style>',
]; // prettier-ignore

describe('the plain text of a description', () => {
  it('is the same with the HTML parser and without it', () => {
    const some = fc.array(fc.constantFrom(...pieces), { maxLength: 12 });
    fc.assert(
      fc.property(some, (parts) => {
        // A real tag keeps text from being taken for escaped markup. A comment needs the parser.
        const html = `<p>${parts.join('')}`;
        expect(plainText(html)).toBe(plainText(`${html}<!---->`));
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps words and drops tags', () => {
    expect(plainText('<ul><li>Welder</li> <li>5 > 3</li></ul>')).toBe('Welder 5 > 3');
  });

  it.each([
    ['Developer <C++> & <Java>', 'Developer <C++> & <Java>'],
    ['Nurse <m/w/d>, ‹urgent>', 'Nurse <m/w/d>, ‹urgent>'],
    ['<<urgent>> Welder', '<<urgent>> Welder'],
    ['Driver &lt;night&gt;', 'Driver <night>'],
    ['Pay <b', 'Pay <b'],
    ['<B class="x">Cook</B> <night><br/>', 'Cook <night>'],
    ['Apply to <jobs@example.org>', 'Apply to <jobs@example.org>'],
    ['See <https://jobs.example.org/1>', 'See <https://jobs.example.org/1>'],
    ['<o:p>Cook</o:p> <x onclick="y()">&eacute;', 'Cook é'],
    ['Cook<script>evil()</script> <day>', 'Cook <day>'],
    ['&lt;p&gt;Cook&lt;/p&gt;', 'Cook'],
  ])('takes only tags of HTML for tags: %s', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });
});

describe('the HTML of a description', () => {
  it.each([
    ['<p>Apply to Jobs <jobs@example.org></p>', '<p>Apply to Jobs &lt;jobs@example.org&gt;</p>'],
    ['Java, <C++> or <Go>', 'Java, &lt;C++&gt; or &lt;Go&gt;'],
    ['&lt;p&gt;Cook&lt;/p&gt;', '<p>Cook</p>'],
    ['<P onclick="x()">Cook<o:p></o:p></P><font color=red>!</font>', '<p>Cook</p>!'],
    ['Cook<script>evil()</script><img src=x onerror=evil()><x y=z>', 'Cook'],
    ['<<script>evil()</script>', '&lt;'],
    ['<scr<script>ipt>evil()</script>', '&lt;scr'],
  ])('keeps words in angle brackets and cleans tags: %s', (html, clean) => {
    expect(sanitiseHtml(html)).toBe(clean);
    expect(sanitiseHtml(clean)).toBe(clean);
  });
});
