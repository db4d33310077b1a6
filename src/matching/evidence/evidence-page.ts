import { directionOf, type Language } from '../../platform/language/language.ts';
import { dateIn } from '../../platform/language/speaker.ts';
import type { ChainedEntry } from './evidence-chain.ts';
import type { EvidencePackView } from './evidence-pack.entity.ts';
import { type EvidenceWords, evidenceWords } from './evidence-words.ts';
import { isolated, escape, listOf, tableOf } from './markup.ts';
import { renderEntry } from './render-evidence.ts';

const NOTHING = '\u2014';

/** Returns every member of a value with its path. A list of plain values becomes one line. */
function membersOf(value: unknown, path = ''): (readonly [string, string])[] {
  if (value === null || value === undefined) return [[path, NOTHING]];
  if (typeof value !== 'object') return [[path, plain(value)]];
  const members: [string, unknown][] = Object.entries(value);
  if (members.length === 0) return [[path, NOTHING]];
  if (Array.isArray(value) && members.every(([, member]) => typeof member !== 'object'))
    return [[path, members.map(([, member]) => plain(member)).join(', ')]];
  return members.flatMap(([name, member]) =>
    membersOf(member, path === '' ? name : `${path}.${name}`),
  );
}

const plain = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

const style = `@page{size:A4;margin:15mm;@bottom-center{content:counter(page) ' / ' counter(pages);font:8pt system-ui,sans-serif}}
body{font:10pt/1.45 system-ui,sans-serif;margin:2em auto;padding:0 1em;max-width:60em;color:#1a1a1a}
h1{font-size:1.6em}h2{font-size:1.2em;margin:1.5em 0 .5em;border-block-end:2px solid #1a1a1a}h2,caption{break-after:avoid}
dl{margin:0;break-inside:avoid}dl div{display:flex;gap:1em;padding:.15em 0}dt{flex:0 0 11em;font-weight:600}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;inline-size:100%;margin-block:.75em}caption{text-align:start;font-weight:600;padding:.25em 0}
th,td{text-align:start;vertical-align:top;border-block-end:1px solid #bbb;padding:.2em .5em;overflow-wrap:break-word}
th{font-weight:600}tr{break-inside:avoid}code{font-size:.85em;overflow-wrap:anywhere}
.record{break-before:page;color:#333}.record table{font-size:.8em;table-layout:fixed}.record th{font-weight:400}.record td{overflow-wrap:anywhere}
@media print{body{margin:0;padding:0;max-width:none}}
@media screen and (max-width:600px){body{margin:1em auto}dl div{flex-direction:column;gap:0}dt{flex:none}}`;

/**
 * Returns the pack as an HTML page to print. It shows each entry in words, in the given language,
 * then all sealed members as they were. Everything is escaped.
 */
export function evidencePage(pack: EvidencePackView, language: Language): string {
  const words = evidenceWords[language];
  const { id, entries, head, madeAt } = pack;
  const reasons = new Map(pack.words.map(({ decisionId, reason }) => [decisionId, reason]));
  const [day = '', time = ''] = madeAt.toISOString().split('T');
  const made = `${dateIn(day, language)} ${time.slice(0, 5)} UTC`;
  const about = listOf([
    [words.number, isolated(id)],
    [words.madeAt, isolated(made)],
    [words.head, `<code>${isolated(head)}</code>`],
  ]);
  const told = entries.map((entry) => ({ entry, ...renderEntry(entry, language, reasons) }));
  const named = told.map((one) => ({ ...one, heading: `${one.entry.index}. ${one.heading}` }));
  const sections = named.map(
    ({ heading, body }) => `<section><h2>${escape(heading)}</h2>${body}</section>`,
  );
  const records = named.map(({ heading, entry }) => recordOf(entry, heading, words));
  return `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(words.title)} ${escape(id)}</title>
<style>${style}</style></head><body><main><h1>${escape(words.title)}</h1>${about}<p>${escape(words.noPermit)}</p>
${sections.join('\n')}<section class="record"><h2>${escape(words.record)}</h2>
${records.join('\n')}</section></main></body></html>`;
}

/** Returns everything that was sealed in an entry, and the hash that seals it. */
function recordOf({ content, hash }: ChainedEntry, caption: string, words: EvidenceWords): string {
  const sealed = [...membersOf(content), ['SHA-256', hash] as const];
  const rows = sealed.map(([path, value]) => [`<code>${isolated(path)}</code>`, isolated(value)]);
  return tableOf(caption, [words.member, words.value], rows);
}
