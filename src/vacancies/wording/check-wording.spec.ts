import { describe, expect, it } from '@jest/globals';
import { unlawfulWishes } from './check-wording.ts';

const found = (text: string): string[] =>
  unlawfulWishes(text).map(({ ground, phrase }) => `${ground}: ${phrase}`);

describe('a wish that the law forbids', () => {
  it.each([
    ['Women only, please', 'sex: Women only'],
    ['We are looking for a young woman for the bar', 'sex: looking for a young woman'],
    ['Female candidates will be called', 'sex: Female candidates'],
    ['Applicants under 35 years of age', 'age: under 35 years of age'],
    ['Aged 20 to 30', 'age: Aged 20 to 30'],
    ['women with dependent children', 'family: women with dependent children'],
    ['You must be single', 'family: must be single'],
    ['Christians only', 'religion: Christians only'],
    ['No foreigners', 'origin: No foreigners'],
    ['Nous recherchons une jeune femme souriante', 'sex: recherchons une jeune femme'],
    ['Poste réservé aux hommes', 'sex: réservé aux hommes'],
    ['Moins de 35 ans', 'age: Moins de 35 ans'],
    ['Femmes avec enfants à charge', 'family: Femmes avec enfants à charge'],
    ['Français de souche', 'origin: Français de souche'],
    ['Solo mujeres para la campaña', 'sex: Solo mujeres'],
    ['mujeres con hijos menores a su cargo', 'family: mujeres con hijos menores a su cargo'],
    ['Menores de 40 años', 'age: Menores de 40 años'],
    ['Abstenerse extranjeros', 'origin: Abstenerse extranjeros'],
    ['Nur Frauen', 'sex: Nur Frauen'],
    ['Nicht älter als 35 Jahre', 'age: Nicht älter als 35 Jahre'],
    ['kinderlos und flexibel', 'family: kinderlos'],
    ['Keine Ausländer', 'origin: Keine Ausländer'],
    ['Cercasi ragazza per bar', 'sex: Cercasi ragazza'],
    ['Età massima 30 anni', 'age: Età massima'],
    ['donne senza figli', 'family: donne senza figli'],
    ['Astenersi stranieri', 'origin: Astenersi stranieri'],
    ['<p>Solo</p> <b>mujeres</b>', 'sex: Solo mujeres'],
    ['Waiter <women only>', 'sex: women only'],
  ])('is found with its phrase: %s', (text, expected) => {
    expect(found(text)).toContain(expected);
  });
});

describe('a lawful text', () => {
  it.each([
    'Electrician (m/f/d)',
    'Pflegefachkraft (m/w/d)',
    'Koch (w/m/x)',
    'Infirmier (H/F)',
    'Soudeur H/F en CDI',
    'Homme/Femme de ménage',
    'Recherchons une femme de ménage',
    'Sage-femme hospitalière',
    'Enfermero/a de urgencias',
    'Se buscan hombres y mujeres para la campaña',
    'Women and men are equally welcome',
    'Wir suchen Frauen und Männer für das Team',
    'Frauen werden bei gleicher Eignung bevorzugt berücksichtigt',
    'Moins de 20 ans d’expérience',
    'Entre 2 et 5 ans d’expérience',
    'Zwischen 2 und 5 Jahren Berufserfahrung',
    'Mínimo 18 años',
    'At least 18 years old',
    'The journey takes under 30 minutes',
    'Une entreprise familiale depuis 30 ans',
    'Familienfreundliche Arbeitszeiten',
    'Work with children from 3 to 6 years',
    'Erzieherin für Kinder ohne Migrationserfahrung im Ort',
    'Lavoro con bambini tra i 3 e i 6 anni',
    'Single room in shared housing',
    'Deutsche Sprachkenntnisse B1',
    'Français courant exigé',
    'Pastry chef for an Asian restaurant',
  ])('is not reported: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
