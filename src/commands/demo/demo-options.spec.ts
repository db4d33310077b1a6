import { describe, expect, it } from '@jest/globals';
import { readDemoOptions } from './demo-options.ts';

describe('the command line of the demonstration', () => {
  it('takes several files after one option', () => {
    const words = ['--vacancies', 'a.xml', 'b.xml', '--candidates', 'c.csv', '--exit'];
    expect(readDemoOptions(words)).toEqual({
      exit: true,
      vacancies: ['a.xml', 'b.xml'],
      candidates: ['c.csv'],
      today: null,
      assumeConsent: false,
    });
  });

  it('names an argument that it does not understand', () => {
    expect(() => readDemoOptions(['--vacancy', 'a.xml'])).toThrow('--vacancy');
    expect(() => readDemoOptions(['--today', 'soon'])).toThrow('soon');
    expect(() => readDemoOptions(['--today', '2026-02-30'])).toThrow('a date that exists');
    expect(readDemoOptions(['--today', '2028-02-29']).today).toBe('2028-02-29');
  });
});
