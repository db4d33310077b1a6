import { describe, expect, it } from '@jest/globals';
import { nameForms } from './name-forms.ts';
import { nameLikeness } from './name-likeness.ts';

const likenessOf = (one: string, other: string): number =>
  nameLikeness(nameForms(one), nameForms(other));

describe('a name', () => {
  it.each([
    [['Mohamed', 'Mohammed', 'Muhammad', "M'hamed", 'محمد', 'مُحَمَّد']],
    [['El Alami', 'Alami', 'Al-Alami', 'Elalami', 'العلمي']],
    [['Abdelkader', 'Abd el-Kader', 'Abdul Qadir', 'عبد القادر']],
    [['Ben Ali', 'Benali', 'بن علي']],
    [['Youssef', 'Yusuf', 'يوسف']],
    [['Bouchra', 'Bushra', 'بشرى']],
    [['Fatima Zahra', 'Fatima-Ezzahra', 'فاطمة الزهراء']],
    [['Ouazzani', 'Wazzani', 'الوزاني']],
    [['Med', 'Mohd', 'Mohamed', 'محمد']],
    [['Noureddine', 'Nour Eddine', 'Nour-ed-Dine', 'Nouruddin', 'نور الدين']],
    [['Salaheddine', 'Salah Eddine', 'صلاح الدين']],
    [['Fatima Zahra', 'Fatimaezzahra', 'Fatimazohra']],
    [['Abdelhak', 'Abdul Haq', 'عبد الحق', 'عبدالحق']],
    [['Abdelouahed', 'Abdul-Wahid', 'عبد الواحد']],
    [['Ghita', 'Rhita', 'غيثة']],
    [['Ilyas', 'Ilias', 'إلياس', 'الياس']],
  ])('has one skeleton however it is written: %j', (written) => {
    const skeletons = written.map((name) =>
      nameForms(name)
        .map(({ skeleton }) => skeleton)
        .join(' '),
    );
    expect(new Set(skeletons).size).toBe(1);
  });

  it.each([
    ['Mohamed Alaoui', 'العلوي محمد'],
    ['Alaoui Mohamed', 'Mohammed El Alaoui'],
    ['Youssef Bennani', 'Yusuf Benani'],
  ])('is alike in another spelling, script or order: %s and %s', (one, other) => {
    expect(likenessOf(one, other)).toBeGreaterThan(0.92);
    expect(likenessOf(other, one)).toBe(likenessOf(one, other));
  });

  it.each([
    ['Karim Naciri', 'Kamal Tazi'],
    ['Salma Amrani', 'Nadia Filali'],
    ['', 'Nadia Filali'],
  ])('is not alike if it is another name: %s and %s', (one, other) => {
    expect(likenessOf(one, other)).toBeLessThan(0.65);
  });
});
