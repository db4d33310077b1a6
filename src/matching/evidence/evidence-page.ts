import type { EvidencePack } from './evidence-pack.entity.ts';

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escape = (value: string): string => value.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);

/** Members of an object as rows; what lies deeper, as lists within. */
function tableOf(value: unknown): string {
  if (value === null || value === undefined) return '\u2014';
  if (typeof value !== 'object') return escape(JSON.stringify(value).replace(/^"|"$/g, ''));
  if (Array.isArray(value)) {
    return value.length === 0
      ? '\u2014'
      : `<ol>${value.map((one) => `<li>${tableOf(one)}</li>`).join('')}</ol>`;
  }
  const rows = Object.entries(value).map(
    ([name, member]) => `<tr><th scope="row">${escape(name)}</th><td>${tableOf(member)}</td></tr>`,
  );
  return `<table>${rows.join('')}</table>`;
}

const style = `body{font:10pt/1.4 system-ui,sans-serif;margin:2em;max-width:60em}
table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;
border-block-end:1px solid #ccc;padding:.15em .5em}th{white-space:nowrap;font-weight:600}
section{break-inside:avoid-page;margin-block:1.5em}code{font-size:8pt;word-break:break-all}
ol{margin:0;padding-inline-start:1.5em}`;

/** The pack as a page to print; everything in it is escaped. */
export function evidencePage({ id, entries, head, madeAt }: EvidencePack): string {
  const sections = entries.map(
    ({ index, kind, content, hash }) =>
      `<section><h2>${index}. ${escape(kind)}</h2>${tableOf(content)}<p><code>${hash}</code></p></section>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Evidence pack ${id}</title>
<style>${style}</style></head><body><h1>Evidence pack</h1>
<p>${id}, made at ${madeAt.toISOString()}. Head of the chain: <code>${escape(head)}</code>. A decision is not a permit.</p>
${sections.join('\n')}</body></html>`;
}
