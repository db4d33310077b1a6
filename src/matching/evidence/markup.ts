const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as it stands in HTML, between tags or in an attribute in double quotes. */
export const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);

/** What keeps a direction of its own within a line: names, codes, dates. */
export const apart = (text: string): string => `<bdi>${escape(text)}</bdi>`;

/** Names beside their values; a value is markup already, and what has none is left out. */
export function listOf(members: readonly (readonly [string, string | null])[]): string {
  const told = members.filter(([, value]) => value !== null);
  return `<dl>${told.map(([name, value]) => `<div><dt>${escape(name)}</dt><dd>${value ?? ''}</dd></div>`).join('')}</dl>`;
}

/** A table with its caption and the names of its columns; the first cell of a row names it. */
export function tableOf(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const head = columns.map((name) => `<th scope="col">${escape(name)}</th>`).join('');
  const body = rows.map(
    ([first = '', ...cells]) =>
      `<tr><th scope="row">${first}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return `<table><caption>${escape(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}
