import { describe, expect, it } from '@jest/globals';
import { behavesLikeSayings } from '../../../../platform/language/sayings.contract.ts';
import { languages } from '../../../../platform/language/language.ts';
import { remarkWords } from './remark-sayings.ts';
import { remark, sayRemark } from './source-remarks.ts';

describe('what a poll says about its source', () => {
  behavesLikeSayings(remarkWords);

  it('holds a remark within a remark in the same language', () => {
    const failure = remark('source-status', { path: 'getAll', status: 500 });
    const said = remark('changes-only', { failure });
    expect(languages.map((language) => sayRemark(said, language))).toEqual([
      'getAll: HTTP status 500. Only the changes were requested instead.',
      'getAll : statut HTTP 500. Seuls les changements ont été demandés à la place.',
      'getAll: estado HTTP 500. En su lugar solo se pidieron los cambios.',
      '\u2068\u2068getAll\u2069: رمز الحالة 500.\u2069 طُلبت التغييرات وحدها بدلا من ذلك.',
    ]);
  });

  it('can be stored whatever it quotes, is short, and takes nothing for a placeholder', () => {
    const reason = `{path} $t(fault-here) \0\ud800${'x'.repeat(9_000)}`;
    const made = remark('answer-invalid', { path: 'getAll', reason });
    const said = sayRemark(made, 'en');
    expect(said).toContain('not valid: {path} $t(fault-here) \ufffdxxx');
    expect(said.length).toBeLessThan(400);
  });
});
