const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Escapes text for HTML, between tags or in an attribute in double quotes. */
export const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);

/** Escapes text that needs its own direction within a line: names, codes, dates. */
export const isolated = (text: string): string => `<bdi>${escape(text)}</bdi>`;

/**
 * Returns a list of names and values. Values are already HTML; names with a null value are left
 * out.
 */
export function listOf(members: readonly (readonly [string, string | null])[]): string {
  const told = members.filter(([, value]) => value !== null);
  return `<dl>${told.map(([name, value]) => `<div><dt>${escape(name)}</dt><dd>${value ?? ''}</dd></div>`).join('')}</dl>`;
}

/**
 * Returns a table with a caption and column names. Cells are already HTML; the first of a row is
 * its header.
 */
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
