import { describe, expect, it } from '@jest/globals';
import { figure } from '../../../test/support/suite/figure.ts';
import { readTable } from '../csv-table.ts';
import { builtInReader, builtInTitles } from './built-in-titles.ts';
import { type NamedOccupation, TitleReader } from './title-reader.ts';

const esco = (
  uri: string,
  isco: string,
  language: string,
  ...names: string[]
): NamedOccupation => ({
  uri: `http://data.europa.eu/esco/occupation/${uri}`,
  isco,
  language,
  names,
  unverified: false,
});

const reader = TitleReader.of(builtInTitles, [
  esco('welder', '7212', 'de', 'Schweißer/Schweißerin', 'Schweißer', 'Schweißerin'),
  esco('tig', '7212', 'de', 'WIG-Schweißer/WIG-Schweißerin'),
  esco('clerk', '4312', 'de', 'Versicherungsangestellter', 'Sachbearbeiter Versicherung'),
  esco('seller', '3321', 'de', 'Versicherungskaufmann', 'Kaufmann für Versicherungen'),
  esco('merchant', '5221', 'de', 'Kaufmann', 'Einzelhandelskaufmann'),
  esco('adviser', '2412', 'de', 'Anlageberater', 'Berater'),
  esco('consultant', '2421', 'de', 'Unternehmensberater', 'Berater'),
  esco('aide', '3221', 'fr', 'infirmier auxiliaire', 'infirmier'),
]);
const found = (title: string, language: string | null = null) => reader.read(title, language).found;

const ownRows = ['./everyday-titles.csv', './arabic-titles.csv'].flatMap((file) =>
  readTable(new URL(file, import.meta.url)),
);

describe('reading a title without ESCO', () => {
  it.each([
    ['Infirmière (H/F)', '2221'],
    ['Recolectoras de fresas', '9211'],
    ['لحام', '7212'],
    ['Software developers', '2512'],
    ['TIG welder', '7212'],
    ['Ferrailleur', '7114'],
    ['Ferrallista', '7114'],
    ['Tractoriste (H/F)', '8341'],
    ['chifour dyal camion', '8332'],
  ])('reads the title %s as ISCO %s', (title, isco) => {
    expect(builtInReader.read(title, null).found).toMatchObject({ isco, uri: null });
  });

  it.each(['chargé de mission', '', 'dental nurse', 'manager', 'مهندس', '///', 'x'.repeat(5000)])(
    'does not guess at the title %j',
    (title) => {
      expect(builtInReader.read(title, null).found).toBeNull();
    },
  );

  it.each([
    ['LKW-Fahrer CE (m/w/d) – Regensburg – ab 2.800 €', 'de', '8332'],
    ['Camarera de pisos, Torremolinos (1.350 €)', 'es', '9112'],
    ['Conducteur SPL H/F - Vénissieux (69)', 'fr', '8332'],
    ['Lasser TIG/MIG gezocht, 38 uur, Dordrecht', 'nl', '7212'],
  ])('ignores the place, the pay and the hours beside the work: %s', (title, language, isco) => {
    for (const named of [language, null])
      expect(builtInReader.read(title, named).found).toMatchObject({ isco });
  });

  it('lists no everyday title of a language under two different rows of groups', () => {
    const seen = new Map<string, string>();
    for (const [language, groups, titles] of ownRows)
      for (const title of titles?.split('|') ?? []) {
        const key = `${language} ${title.toLowerCase()}`;
        expect({ key, groups }).toEqual({ key, groups: seen.get(key) ?? groups });
        seen.set(key, groups ?? '');
      }
  });

  it('reads each title of our lists as the one group of its row, or offers its several groups', () => {
    const isRead = (title: string, language: string | null, groups: readonly string[]): boolean => {
      const { found: read, candidates } = builtInReader.read(title, language);
      const offered = new Set(candidates.slice(0, 4).map(({ isco }) => isco));
      return groups.length === 1
        ? read?.isco === groups[0]
        : read === null && groups.every((isco) => offered.has(isco));
    };
    const every = figure({ suite: 5, soak: 1 });
    const rows = ownRows.filter((_, at) => at % every === 0);
    const others = rows.flatMap(([language = '', groups = '', titles = '']) =>
      titles
        .split('|')
        .filter((title) => ![language, null].every((one) => isRead(title, one, groups.split('|')))),
    );
    expect(ownRows.length).toBeGreaterThan(500);
    expect(others).toEqual([]);
  });

  it.each([
    ['Costureras', '7533'],
    ['GASFITERO', '7126'],
    ['Agricultora', '6111'],
    ['Cultivateur', '6111'],
    ['Steel Fixer', '7114'],
    ['سمكري سيارات', '7213'],
  ])('reads the title %s, as agencies write it, as ISCO %s', (title, isco) => {
    expect(builtInReader.read(title, null).found).toMatchObject({ isco });
  });

  it.each([
    ['Comptable', ['2411', '3313']],
    ['Housekeeper', ['5151', '5152', '9112']],
    ['chauffeur', ['8322', '8332']],
  ])('asks about the title %s and offers ISCO %j', (title, groups) => {
    const { found: none, candidates } = builtInReader.read(title, null);
    expect(none).toBeNull();
    expect(candidates.slice(0, groups.length).map(({ isco }) => isco).toSorted()).toEqual(groups);
  }); // prettier-ignore

  it.each([
    ['mécanicien de précision', '7231'],
    ['mecánico dental', '7231'],
    ['سائق قارب', '8322'],
    ['secrétaire général', '4120'],
    ['guardia forestal', '5414'],
  ])('asks about a general name with another word beside it: %s', (title, isco) => {
    const { found: none, candidates } = builtInReader.read(title, null);
    expect(none).toBeNull();
    expect(candidates.map((one) => one.isco)).toContain(isco);
  });

  it('offers the likely groups, best first', () => {
    const { candidates } = builtInReader.read('dental nurse', 'en');
    expect(candidates[0]).toMatchObject({ isco: '2221' });
    const confidences = candidates.map(({ confidence }) => confidence);
    expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
  });
});

describe('reading the title of a helper', () => {
  it.each([
    ['cook helper', 'en', '9412'],
    ['vet nurse', 'en', '3240'],
    ['nurse assistant', 'en', '5321'],
    ['aide cuisinier', 'fr', '9412'],
    ['aide-soignant(e)', 'fr', '5321'],
    ['ayudante de cocina', 'es', '9412'],
    ['مساعد طباخ', 'ar', '9412'],
    ['معاون طباخ', 'ar', '9412'],
  ])('reads %s (%s) as ISCO %s, and not as the person helped', (title, language, isco) => {
    for (const named of [language, null])
      expect(builtInReader.read(title, named).found).toMatchObject({ isco });
  });

  it.each([
    ['welder helper', 'en', '7212'],
    ["plumber's mate", 'en', '7126'],
    ['assistant electrician', 'en', '7411'],
    ['aide soudeur', 'fr', '7212'],
    ['aide-boulanger H/F', 'fr', '7512'],
    ['ayudante electricista', 'es', '7411'],
    ['مساعد كهربائي', 'ar', '7411'],
    ['Schweißerhelfer (m/w/d)', 'de', '7212'],
    ['Hilfsschweißer', 'de', '7212'],
  ])('does not take %s (%s) for ISCO %s, but offers it', (title, language, isco) => {
    for (const each of [builtInReader, reader]) {
      const { found: none, candidates } = each.read(title, language);
      expect(none).toBeNull();
      expect(candidates[0]).toMatchObject({ isco });
    }
  });

  it('offers an apprentice the occupation that is being learnt', () => {
    expect(builtInReader.read('apprentice welder', 'en').candidates[0]).toMatchObject({
      isco: '7212',
    });
  });
});

describe('reading a title in Arabic', () => {
  const lexicon = builtInTitles.filter(({ language }) => language === 'ar');

  it('knows over 150 occupations', () => {
    expect(lexicon.length).toBeGreaterThan(150);
  });

  it.each([
    ['سودور', '7212'],
    ['شيفور ديال الكاميون', '8332'],
    ['البلومبي', '7126'],
    ['عاملة جني الفراولة', '9211'],
    ['مُمَرِّضَة', '2221'],
    ['عامل البناء', '9313'],
  ])('reads %s as ISCO %s, marked as unverified', (title, isco) => {
    expect(builtInReader.read(title, 'ar').found).toMatchObject({ isco, unverified: true });
  });
});

describe('reading a title with ESCO', () => {
  it('reads the exact name of an occupation as that occupation', () => {
    expect(found('Schweißerin (m/w/d)', 'de')).toMatchObject({
      uri: 'http://data.europa.eu/esco/occupation/welder',
      isco: '7212',
      unverified: false,
    });
  });

  it('reads words that are only like a name as its group at most', () => {
    expect(found('Schutzgasschweißer', 'de')?.uri ?? null).toBeNull();
  });

  it('does not guess at a name of two groups, but offers both', () => {
    const { found: none, candidates } = reader.read('Berater', 'de');
    expect(none).toBeNull();
    expect(candidates.map(({ isco }) => isco)).toEqual(expect.arrayContaining(['2412', '2421']));
  });

  it('follows our everyday title if the language is unknown', () => {
    expect(found('infirmier')).toMatchObject({ isco: '2221', uri: null });
  });

  it('prefers the exact name of an occupation to a similar one of another language', () => {
    const crews = TitleReader.of(
      [],
      [
        esco('crew', '5111', 'en', 'air crew', 'cabin crew'),
        esco('teacher', '2320', 'hu', 'cabin crew oktató'),
      ],
    );
    expect(crews.read('Cabin crew', null).found).toMatchObject({ isco: '5111', language: 'en' });
  });

  it('suggests nothing in other languages beside the exact name of an occupation', () => {
    const bars = TitleReader.of(
      [],
      [esco('bar', '1412', 'fr', 'manager de bar'), esco('head', '1120', 'de', 'Manager')],
    );
    expect(bars.read('manager', null).candidates.map(({ language }) => language)).toEqual(['de']);
    expect(bars.read('manager', 'fr').candidates.map(({ isco }) => isco)).toContain('1412');
  });

  it('reads the exact name of a group as that group, but only offers a similar one', () => {
    const group = { ...esco('group', '8350', 'de', 'Deckspersonal auf Schiffen'), uri: null };
    const others = ['Bordpersonal', 'Führer von Schiffen'].map((name) =>
      esco(name, '8350', 'de', name),
    );
    const crews = TitleReader.of([], [group, ...others]);
    expect(crews.read('Deckspersonal auf Schiffen (m/w/d)', 'de').found).toMatchObject({
      isco: '8350',
      uri: null,
    });
    const { found: none, candidates } = TitleReader.of([], [group]).read('Deckspersonal', 'de');
    expect(none).toBeNull();
    expect(candidates[0]).toMatchObject({ isco: '8350', uri: null });
  });

  it('counts a part that is set apart if the names have its words', () => {
    const names = ['infirmier, bloc opératoire', 'bloc opératoire'];
    const theatre = TitleReader.of([], [esco('theatre', '3259', 'fr', ...names)]);
    expect(theatre.read('Infirmier - bloc opératoire', 'fr').found?.isco).toBe('3259');
  });

  it('reads a title in another language than the named one', () => {
    expect(found('welder', 'de')).toMatchObject({ isco: '7212' });
  });
});
