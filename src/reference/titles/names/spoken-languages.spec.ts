import { describe, expect, it } from '@jest/globals';
import { NameShelf } from './name-shelf.ts';
import { SpokenLanguages } from './spoken-languages.ts';

const shelf = (language: string, ...names: string[]) =>
  new NameShelf(
    language,
    false,
    names.map((name) => ({ names: [name], preferred: 1, group: name, isGroup: false })),
  );

const languages = new SpokenLanguages([
  shelf('de', 'Schweißer', 'Dachdecker', 'Kranführer', 'Pflegehelfer', 'Manager'),
  shelf('fr', 'soudeur', 'couvreur', 'conducteur de grue', 'aide-soignant', 'manager'),
  shelf('es', 'soldador', 'techador', 'gruista', 'auxiliar de enfermería', 'manager'),
  shelf('pl', 'spawacz', 'dekarz', 'operator dźwigu', 'opiekun', 'manager'),
]);
const read = (form: string, language: string | null = null) =>
  languages.worthReading(form, language).map((one) => one.language);

describe('the languages that a title is read in', () => {
  it('are the one that is named, whatever others know as well', () => {
    expect(read('manager', 'pl')).toEqual(['pl']);
  });

  it('are also those that know more of its words than the one that is named', () => {
    expect(read('soudeur', 'de')).toEqual(['de', 'fr']);
  });

  it('are two at most of those that know its words, where none is named', () => {
    expect(read('manager')).toHaveLength(2);
    expect(read('couvreur')).toEqual(['fr']);
  });

  it('are those whose letters are like its own, where others know as much of it or none does', () => {
    expect(read('manager technicien couvreuse')[0]).toBe('fr');
    expect(read('dachdecke')[0]).toBe('de');
    expect(read('gruist')[0]).toBe('es');
  });
});
