import { namesWithin, writtenOut } from './header-words.ts';
import { foldHeader, headerForms } from './spreadsheet-columns.ts';

/**
 * Facts that must not decide who is selected, and are therefore not even stored (Regulation (EU)
 * 2016/679 Art. 5(1)(c) and 9).
 */
const refused: Readonly<Record<string, readonly string[]>> = {
  sex: ['sex', 'gender', 'sexe', 'genre', 'sexo', 'género', 'h f', 'f h', 'm f', 'f m', 'h m', 'civilité', 'الجنس', 'النوع', 'sexo biológico', 'biological sex', 'sexe biologique', 'sexe et âge', 'sex age', 'sexo edad', 'sexe âge', 'gender identity'],
  'marital status': ['marital status', 'situation familiale', 'état civil', 'situation matrimoniale', 'situation de famille', 'état matrimonial', 'statut matrimonial', 'matrimonial status', 'situación familiar', 'الحالة الاجتماعية', 'الوضعية العائلية', 'estado civil', 'الحالة العائلية', 'الحالة المدنية', 'marital', 'civil status', 'statut marital', 'situation maritale', 'situación conyugal', 'spouse name', 'nom du conjoint', 'nombre del cónyuge'],
  children: ['children', 'number of children', 'enfants', "nombre d'enfants", "nb d'enfants", 'nb enfants', 'nbre enfants', 'nombre enfants', 'enfants à charge', 'no of children', 'hijos', 'número de hijos', 'nº de hijos', 'hijos a cargo', 'الأولاد', 'عدد الأولاد', 'عدد الأطفال', 'الأطفال', 'dependents', 'number of dependents', 'dependants', 'personnes à charge', 'charges familiales', 'cargas familiares', 'n enfants', 'nb enf', 'n hijos', 'no de hijos', 'n de hijos'],
  religion: ['religion', 'confession', 'religión', 'الديانة', 'الدين', 'religious affiliation', 'culte', 'credo'],
}; // prettier-ignore

const refusedAs = new Map(
  Object.entries(refused).flatMap(([what, words]) => words.map((word) => [foldHeader(word), what])),
);

/** Returns which forbidden fact a header states; null for none. */
export function findRefused(header: string): string | null {
  for (const name of [header, ...namesWithin(header)]) {
    const forms = headerForms(name);
    const what = [...forms, ...forms.map(writtenOut)].find((form) => refusedAs.has(form));
    if (what !== undefined) return refusedAs.get(what) ?? null;
  }
  return null;
}

/** A column holds a fact that must not decide who is selected. The whole file is refused. */
export class ColumnRefused extends Error {
  readonly code = 'column-refused';
  /** The header. */
  readonly about: string;

  constructor(header: string, what: string) {
    super(
      `The column "${header}" states the ${what} of people, by which nobody may be selected. ` +
        'Remove the column and send the file again.',
    );
    this.about = header;
  }
}
