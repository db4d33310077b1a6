import { anOds } from './an-ods.ts';
import { anXls } from './an-xls.ts';
import type { AwkwardFile } from './awkward-files.ts';

interface AwkwardWorkbook extends AwkwardFile {
  /** The findings about sheets and their cells as `code: value`, in the order of the rows. */
  told?: string[];
  /** Region and occupation of candidates, by reference. */
  says?: Readonly<Record<string, string>>;
}

const forms = ['xlsx', 'biff8', 'ods'] as const;
const names = ['Référence', 'Nom', 'Prénom', 'Nationalité', 'Région', 'Métier'];
const alami = ['R-1', 'Alami', 'Hind', 'Maroc', 'Souss', 'Soudeur'];
const tazi = ['R-2', 'Tazi', 'Omar', 'Maroc', 'Souss', 'Maçon'];

/** A row without the cells that are merged with the row above. */
const below = (row: readonly string[]): string[] => [...row.slice(0, 4), '', ''];

/** A sheet of the lists from which the cells of a table are chosen. */
const choices = {
  name: 'Listes',
  rows: [
    ['Nationalité', 'Région', 'Métier', "Niveau d'études"],
    ['Maroc', 'Souss', 'Soudeur', 'EQF-3'],
    ['Tunisie', 'Fès', 'Maçon', 'EQF-4'],
    ['', '', 'Plombier', ''],
  ],
};
const more = [
  ['Langues', 'Permis', 'Pays souhaités', 'Disponible', 'Compétences', 'Diplôme', 'Sexe', 'Salaire', 'Ville'],
  ['Arabe', 'B', 'Espagne', '', '', '', 'F', '', ''],
  ['Français', 'C', 'Italie', '', '', '', 'M', '', ''],
]; // prettier-ignore

/** What clerks do in a workbook, in every form in which a workbook is saved. */
export const awkwardWorkbooks: readonly AwkwardWorkbook[] = forms.flatMap((form): AwkwardWorkbook[] => [
  {
    what: `a reference of 201 letters (${form})`,
    content: anXls([{ name: 'Liste', rows: [names, ['R'.repeat(201), ...alami.slice(1)], tazi] }], form),
    taken: ['R-2'],
    rejected: ['value-refused'],
  },
  {
    what: `a sheet of choices beside the table (${form})`,
    content: anXls([{ name: 'Liste', rows: [names, alami, tazi] }, choices], form),
    taken: ['R-1', 'R-2'],
    told: ['sheets-left-out: Listes'],
  },
  {
    what: `a sheet of more choices than the table has columns, one of them refused, before it (${form})`,
    content: anXls([{ name: 'Paramètres', rows: choices.rows.map((cells, row) => [...cells, ...more[row] ?? []]) }, { name: 'Liste', rows: [names, alami] }], form),
    taken: ['R-1'],
    told: ['sheets-left-out: Paramètres'],
  },
  {
    what: `a second table beside a sheet of choices (${form})`,
    content: anXls([{ name: 'Souss', rows: [names, alami] }, { name: 'Salé', rows: [names.slice(0, 4), tazi.slice(0, 4)] }, choices], form),
    taken: ['R-1', 'R-2'],
    told: ['sheets-left-out: Listes'],
  },
  {
    what: `a sheet whose names nobody knows, though people stand there, beside a table (${form})`,
    content: anXls([{ name: 'Liste', rows: [names, alami] }, { name: 'Autres', rows: [['Bénéficiaire', 'Nationalité', 'Région', 'Métier'], ['Tazi', 'Maroc', 'Souss', 'Maçon'], ['Idrissi', 'Maroc', 'Souss', 'Maçon']] }], form),
    taken: ['R-1'],
    rejected: ['name-column-missing', 'name-column-missing'],
  },
  {
    what: `choices alone (${form})`,
    content: anXls([choices], form),
    taken: [],
    rejected: ['name-column-missing', 'name-column-missing', 'row-of-one-cell'],
  },
  {
    what: `a region and a trade merged downwards, past a blank row (${form})`,
    content: anXls([{ name: 'Liste', rows: [['Agence de Souss'], names, alami, below(tazi), [], below(['R-3', 'Idrissi', 'Adil', 'Tunisie']), ['R-4', 'Bennani', 'Sara', 'Maroc', 'Fès', 'Maçon']], merged: ['E3:E6', 'F3:F6', 'A1:F1'] }], form),
    taken: ['R-1', 'R-2', 'R-3', 'R-4'],
    says: { 'R-2': 'Souss, Soudeur', 'R-3': 'Souss, Soudeur', 'R-4': 'Fès, Maçon' },
  },
  {
    what: `merges sideways, and of a header (${form})`,
    content: anXls([{ name: 'Liste', rows: [['Référence', 'Identité', '', 'Nationalité', 'Région', 'Métier'], ['', 'Nom', 'Prénom', '', '', ''], ['R-1', 'Alami', 'Hind', 'Maroc', 'Souss', ''], ['R-2', 'Tazi', 'Omar', 'Maroc', '', '']], merged: ['A1:A2', 'B1:C1', 'D1:D2', 'E1:E2', 'F1:F2', 'E3:F3'] }], form),
    taken: ['R-1', 'R-2'],
    says: { 'R-1': 'Souss, -', 'R-2': '-, -' },
  },
  {
    what: `a reference merged over two rows, as of somebody who takes two (${form})`,
    content: anXls([{ name: 'Liste', rows: [names, alami, ['', '', '', '', 'Fès', 'Maçon'], tazi], merged: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3'] }], form),
    taken: ['R-1', 'R-2'],
    rejected: ['name-missing', 'reference-missing'],
    told: ['cell-merged: Référence', 'cell-merged: Nom', 'cell-merged: Prénom'],
  },
]).concat({
    what: 'rows hidden by a filter (xlsx)',
    content: anXls([{ name: 'Liste', rows: [names, alami, tazi, ['Total', 3], ['R-3', 'Idrissi', 'Adil', 'Tunisie']], hiddenRows: [1, 3, 5] }], 'xlsx'),
    taken: ['R-1', 'R-2', 'R-3'],
    told: ['rows-hidden: 2'],
  },
  {
    what: 'rows hidden by a filter (ods)',
    content: anOds(Buffer.from(`<table name="Liste">${[names, alami, tazi].map((cells, at) => `<table-row${at === 2 ? ' visibility="filter"' : ''}>${cells.map((cell) => `<table-cell><p>${cell}</p></table-cell>`).join('')}</table-row>`).join('')}</table>`)),
    taken: ['R-1', 'R-2'],
    told: ['rows-hidden: 1'],
  }); // prettier-ignore
