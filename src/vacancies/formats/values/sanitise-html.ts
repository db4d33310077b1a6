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

/**
 * Undoes the escaping of HTML, at most twice and until a tag shows, because feeds send HTML escaped
 * once or twice.
 */
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

/** Tags of HTML besides those that sanitize-html keeps by default. */
const otherTags = [
  'script', 'style', 'textarea', 'option', 'select', 'input', 'button', 'form', 'iframe', 'object',
  'embed', 'svg', 'img', 'font', 'center', 'strike', 'big', 'tt', 'del', 'ins', 'label', 'html',
  'head', 'body', 'title', 'meta', 'link', 'noscript', 'video', 'audio', 'math', 'base', 'nobr',
  'picture', 'source', 'canvas', 'map', 'area', 'param', 'acronym', 'details', 'summary', 'xml',
]; // prettier-ignore

/**
 * A `<` that begins no tag: `<Java>` and `<jobs@example.org>` are text. What has a prefix (`<o:p>`)
 * or attributes is taken for a tag of another vocabulary.
 */
const noTag = new RegExp(
  String.raw`<(?!/?(?:${[...sanitize.defaults.allowedTags, ...otherTags].join('|')})(?=[\s/>])[^<]*>|!--|!doctype|/?[a-z]+:[a-z][\w.-]*[\s/>]|[a-z][^<>]*=)`,
  'gi',
);

const options: sanitize.IOptions = {
  allowedTags: [
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
    'blockquote',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'div',
    'span',
    'hr',
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
  // An exporter writes <a href="null">null</a> for a missing link.
  exclusiveFilter: ({ tag, text }) => tag === 'a' && text.trim() === 'null',
};

function isAddress(href: string | undefined): href is string {
  return href !== undefined && /^(https?:\/\/|mailto:|tel:)/i.test(href.trim());
}

/**
 * Returns HTML that is safe to show: a few tags, links to web, mail and telephone only, and no
 * scripts, styles or pictures. Markup that was escaped once or twice is unescaped first. Angle
 * brackets around other words stay, escaped.
 */
export function sanitiseHtml(html: string): string {
  return sanitize(unescapeMarkup(html).replace(noTag, '&lt;'), options).trim();
}

/** Tags without attributes that need no parser. */
const plainTag = /<\/?(?:p|br|ul|ol|li|strong|b|em|i|u|h[1-6]|div|span) ?\/?>/gi;

/** `&amp;amp;` and `&amp;eacute;`, which arise when each program along a feed escapes once more. */
const escapedAgain = /&(?:amp;)+(?=(?:#\d{1,6}|#x[\da-f]{1,5}|[a-z]\w{1,30});)/gi;

/** Returns one line of plain text from text or HTML. Angle brackets around other words stay. */
export function plainText(text: string): string {
  return decodeEntities(withoutTags(unescapeMarkup(text.replace(escapedAgain, '&'))))
    .replace(/\s+/g, ' ')
    .trim();
}

/** `&egrave;` and two thousand others that the parser knows. */
const otherEntity = /&(?!(?:amp|lt|gt|quot|apos|nbsp);)[a-z]\w{1,30};/i;

/** Most texts have only a few plain tags, which need no parser. */
function withoutTags(markup: string): string {
  if (!/<\/?[a-z]/i.test(markup) && !otherEntity.test(markup)) return markup;
  const bare = markup.replace(plainTag, '');
  if (!/[<&]/.test(bare)) return bare;
  const html = markup.replace(noTag, '&lt;');
  return sanitize(html, { allowedTags: [], allowedAttributes: {} });
}
