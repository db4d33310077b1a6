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

describe('choosing the languages to read a title in', () => {
  it('takes the named language alone if no other knows more of the words', () => {
    expect(read('manager', 'pl')).toEqual(['pl']);
  });

  it('adds the languages that know more of the words than the named one', () => {
    expect(read('soudeur', 'de')).toEqual(['de', 'fr']);
  });

  it('takes at most two that know the words if none is named', () => {
    expect(read('manager')).toHaveLength(2);
    expect(read('couvreur')).toEqual(['fr']);
  });

  it('prefers languages whose letters are like its own if they know as many words or none', () => {
    expect(read('manager technicien couvreuse')[0]).toBe('fr');
    expect(read('dachdecke')[0]).toBe('de');
    expect(read('gruist')[0]).toBe('es');
  });
});
