import { storable } from '../../../../platform/formats/storable.ts';
import type { Language } from '../../../../platform/language/language.ts';
import { type RemarkCode, remarkSayings } from './remark-sayings.ts';

/**
 * What a poll has to say about its source: a code, and the values of its sentence. One of them may
 * be a remark itself. Words of other programs, such as the reason of the network, stay as they are.
 */
export interface SourceRemark {
  code: RemarkCode;
  params: Readonly<Record<string, string | number | SourceRemark>>;
}

/** Characters of a text within a remark: enough to find it, too few to fill an answer. */
const LONGEST = 300;

/** Makes a remark that the database can store. A long text is cut off. */
export function remark(code: RemarkCode, params: SourceRemark['params'] = {}): SourceRemark {
  const short = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.slice(0, LONGEST) : value,
  ]);
  return storable({ code, params: Object.fromEntries(short) as SourceRemark['params'] });
}

/** Returns the sentence of a remark in the language. */
export function sayRemark({ code, params }: SourceRemark, language: Language): string {
  const said = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'object' ? sayRemark(value, language) : value,
  ]);
  return remarkSayings.say(code, language, {
    params: Object.fromEntries(said) as Record<string, string | number>,
  });
}
