import { anXls } from './an-xls.ts';
import type { AwkwardFile } from './awkward-files.ts';

interface AwkwardWorkbook extends AwkwardFile {
  /** `code: value` of what is said of a sheet or of its cells, in the order of the rows. */
  told?: string[];
}

const forms = ['xlsx', 'biff8'] as const;
const names = ['Référence', 'Nom', 'Prénom', 'Nationalité', 'Région', 'Métier'];
const alami = ['R-1', 'Alami', 'Hind', 'Maroc', 'Souss', 'Soudeur'];
const tazi = ['R-2', 'Tazi', 'Omar', 'Maroc', 'Souss', 'Maçon'];

/** Of the lists that the cells of a table are chosen from. */
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

/** What clerks do in a workbook, in every form that one is saved in. */
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
]); // prettier-ignore
