import sanitize from 'sanitize-html';

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,4}));/gi,
    (whole, decimal, hex, name) => {
      if (typeof name === 'string') return named[name.toLowerCase()] ?? whole;
      const code = typeof decimal === 'string' ? Number(decimal) : parseInt(String(hex), 16);
      return code > 31 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000)
        ? String.fromCodePoint(code)
        : '';
    },
  );
}

/** Feeds send HTML that was escaped once or twice on its way; it is undone until a tag shows. */
function unescapeMarkup(text: string): string {
  let markup = text;
  for (
    let times = 0;
    times < 2 && !/<\/?[a-z]/i.test(markup) && /&(amp;)?lt;/i.test(markup);
    times += 1
  ) {
    markup = decodeEntities(markup);
  }
  return markup;
}

const options: sanitize.IOptions = {
  allowedTags: [
    ...[
      'p',
      'br',
      'ul',
      'ol',
      'li',
      'strong',
      'b',
      'em',
      'i',
      'u',
      'a',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
    ],
    ...['blockquote', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'div', 'span', 'hr'],
  ],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  nestingLimit: 50,
  transformTags: {
    h1: 'h2',
    a: (_tag, { href }) => {
      const attribs: Record<string, string> = isAddress(href)
        ? { href, rel: 'nofollow noopener' }
        : {};
      return { tagName: 'a', attribs };
    },
  },
  // An exporter without a link writes <a href="null">null</a>.
  exclusiveFilter: ({ tag, text }) => tag === 'a' && text.trim() === 'null',
};

function isAddress(href: string | undefined): href is string {
  return href !== undefined && /^(https?:\/\/|mailto:|tel:)/i.test(href.trim());
}

/**
 * HTML that may be shown as it is: a few tags, links to web, mail and telephone only, no scripts, styles or pictures.
 * Markup that was escaped once or twice is undone first.
 */
export function sanitiseHtml(html: string): string {
  return sanitize(unescapeMarkup(html), options).trim();
}

/** One line of plain text out of text or HTML. */
export function plainText(text: string): string {
  const markup = unescapeMarkup(text);
  const bare = /<\/?[a-z]/i.test(markup)
    ? sanitize(markup, { allowedTags: [], allowedAttributes: {} })
    : markup;
  return decodeEntities(bare).replace(/\s+/g, ' ').trim();
}
