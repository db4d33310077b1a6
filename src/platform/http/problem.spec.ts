import { describe, expect, it } from '@jest/globals';
import { wrongStatus } from '../imports/import.errors.ts';
import { ProblemError } from './problem.ts';

describe('the document of a refusal', () => {
  it('says its own status where it is about the status of something', () => {
    expect(wrongStatus('undone', ['finished']).toDocument()).toMatchObject({
      ...{ status: 409, code: 'import-status', importStatus: 'undone' },
    });
  });

  it('has no member of its own in place of those that every refusal has', () => {
    const extensions: object = { status: 'undone', seats: 3 };
    const problem = { status: 409, code: 'some-code', detail: 'Some detail.' };
    const others = { fr: 'Un détail.', es: 'Un detalle.', ar: 'تفصيل.' };
    const error = new ProblemError({ ...problem, others, extensions: { ...extensions } });
    expect(error.toDocument()).toEqual({
      ...problem,
      type: 'urn:passerelle:problem:some-code',
      title: 'Some code',
      seats: 3,
    });
  });
});
