import { describe, expect, it } from '@jest/globals';
import { stemmerOf } from './stem.ts';
import { TitleReader } from '../title-reader.ts';

describe('the ending of a word', () => {
  it.each([
    ['fr', 'soudeurs', 'soudeur'],
    ['sv', 'svetsare', 'svets'],
    ['pl', 'spawacza', 'spawacza'],
    ['bg', 'главен', 'главен'],
    ['ar', 'soudeurs', 'soudeurs'],
    ['fr', 'مساعدون', 'مساعدون'],
  ])('is cut if %s has a stemmer: %s', (language, word, stem) => {
    expect(stemmerOf(language)(word)).toBe(stem);
  });

  it('is kept in a language without a stemmer, and titles are still read', () => {
    const uri = 'http://data.europa.eu/esco/occupation/1';
    const names = ['главен готвач', 'заварчик', 'шофьор на тежкотоварен автомобил'];
    const cook = { uri, isco: '3434', language: 'bg', names, unverified: false };
    const reader = TitleReader.of([], [cook]);
    expect(reader.read('Главен готвач', 'bg').found).toMatchObject({ isco: '3434' });
  });
});
