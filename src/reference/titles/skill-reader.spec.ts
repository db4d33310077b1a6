import { describe, expect, it } from '@jest/globals';
import { type NamedSkill, SkillReader } from './skill-reader.ts';

const skill = (uri: string, language: string, ...names: string[]): NamedSkill => ({
  uri,
  language,
  names,
});
const reader = new SkillReader([
  skill('weld', 'en', 'apply arc welding techniques', 'arc welding'),
  skill('plans', 'en', 'read standard blueprints', 'blueprint reading'),
  skill('java', 'en', 'Java (computer programming)', 'Java'),
  skill('team', 'en', 'work in teams', 'teamwork'),
  skill('weld', 'fr', "appliquer des techniques de soudage à l'arc", "soudage à l'arc"),
]);

describe('reading the skills in free text', () => {
  it('finds skills by their names, in the order of the text, each once', () => {
    const text = 'You know arc welding and blueprint reading; teamwork matters. Arc welding again!';
    expect(reader.readText(text, 'en').map(({ uri }) => uri)).toEqual(['weld', 'plans', 'team']);
  });

  it('finds skills in the language of the text', () => {
    expect(reader.readText("Maîtrise du soudage à l'arc", 'fr')).toMatchObject([
      { uri: 'weld', language: 'fr' },
    ]);
    expect(reader.readName("soudage à l'arc", null)).toMatchObject({ uri: 'weld' });
  });

  it('guesses at no skill', () => {
    expect(reader.readText('A friendly colleague who likes the sea.', 'en')).toEqual([]);
    expect(reader.readName('underwater basket weaving', 'en')).toBeNull();
    expect(new SkillReader([]).readText('arc welding', 'en')).toEqual([]);
  });

  it('suggests skills to choose from', () => {
    const [first] = reader.suggest('reading blueprints', 'en');
    expect(first).toMatchObject({ uri: 'plans' });
  });
});
