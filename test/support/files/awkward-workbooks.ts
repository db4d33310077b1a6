import { anXls } from './an-xls.ts';
import type { AwkwardFile } from './awkward-files.ts';

const forms = ['xlsx', 'biff8'] as const;
const names = ['Référence', 'Nom', 'Prénom', 'Nationalité', 'Région', 'Métier'];
const alami = ['R-1', 'Alami', 'Hind', 'Maroc', 'Souss', 'Soudeur'];
const tazi = ['R-2', 'Tazi', 'Omar', 'Maroc', 'Souss', 'Maçon'];

/** What clerks do in a workbook, in every form that one is saved in. */
export const awkwardWorkbooks: readonly AwkwardFile[] = forms.flatMap((form): AwkwardFile[] => [
  {
    what: `a reference of 201 letters (${form})`,
    content: anXls([{ name: 'Liste', rows: [names, ['R'.repeat(201), ...alami.slice(1)], tazi] }], form),
    taken: ['R-2'],
    rejected: ['value-refused'],
  },
]); // prettier-ignore
