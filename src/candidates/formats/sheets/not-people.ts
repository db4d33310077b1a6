import { foldArabicYa, plainDigits } from '../../../reference/fold-words.ts';
import { isUncalculated } from '../cells/unusable-cells.ts';
import { readSheetDate } from '../dates/sheet-dates.ts';

/** The kind of a cell in a row that is not a candidate; null for a cell that may belong to one. */
type Kind = 'total' | 'total-of-group' | 'note' | 'figure' | 'date' | null;

const anyOf = (words: string): string => words.trim().split(/\s+/).join('|');

/** Words for what is counted. */
const counted = anyOf(`
  number nombre numero a au de des du d la le les l el los las of the all in on en y et and general generale
  liste lista list page pagina feuille hoja sheet present presente present
  postulant postulants postulante postulantes aspirante aspirantes solicitantes applicant applicants
  travailleurs ouvriers ouvrieres trabajadores workers stagiaires beneficiaires beneficiarios
  candidat candidats candidate candidates candidato candidatos candidata candidatas
  personne personnes persona personas person people inscrit inscrits inscrites inscritos inscritas
  dossier dossiers expediente expedientes file files ligne lignes fila filas row rows record records
  homme hommes femme femmes hombre hombres mujer mujeres man men woman women
  العام الكلي الاجمالي المترشحين المترشحات المرشحين الاشخاص الملفات اللائحه القائمه الصفحه`);

const opensTotal = [
  '(?:sous |sub ?|grand |gran )?tota(?:l|ux|les)',
  '(?:nombre|numero|number) totale?',
  'grand count|cuenta general',
  '(?:nombre|numero|number) (?:de|of) (?=candidat|person|inscrit|people|dossier|expedient)',
  '(?:effectif|suma total|somme totale|المجموع|مجموع|الاجمالي|اجمالي العدد|العدد الاجمالي|عدد المترشحين|عدد المرشحين)',
].join('|');

/** `Total`, `Sous-total page 3 : 25`, `Nombre total de candidats : 412`, `المجموع: ٤١٢`. */
const total = new RegExp(`^(?:${opensTotal})(?:\\s*(?:${counted}|\\d{1,6})(?=\\s|$))*\\s*$`, 'u');

/** `Sous-total Rabat`, `Subtotal agencia Bogotá: 12`: no person is called that. */
const subtotal = /^(?:sous |sub ?)total(?: \S+){1,8}$/u;

/**
 * `Nombre Fès`, `Total agence Fès : 12`, `Fès Count`, as spreadsheets write them under each group.
 * Somebody may be called so too, so the rows of the group decide.
 */
const totalOfGroup = [
  /^(?:sous total|total|nombre|nb|nbre|somme|cuenta|recuento|suma|count|sum|عدد|مجموع|اجمالي)(?: (?:de|du|des|del|d|of|pour|para|for|agence|agencia|agency|ville|ciudad|city))* (?<group>.+?)(?: \d{1,6})?$/u,
  /^(?<group>.+) (?:total|nombre|cuenta|count)(?: \d{1,6})?$/u,
];

const functions = anyOf(`
  directeur directrice director directora chef cheffe responsable president presidente presidenta
  secretaire secretario secretaria secretary gerant gerante gerente coordinateur coordinatrice coordinator
  coordinador coordinadora manager head jefe jefa delegue deleguee delegado delegada gouverneur`);

/** `412 candidats`, beside a total. */
const figureInWords = new RegExp(`^\\d{1,6}(?: (?:${counted}))+$`, 'u');

/**
 * A function with its article, as below a table. Without the article it may be a candidate's
 * occupation.
 */
const signatory = new RegExp(
  `^(?:pour |p |por |for |monsieur |madame |m |mme )?(?:le|la|l|el|the) (?:${functions})(?: \\p{L}+){0,6}$|^المدير(?:ه)?(?: \\p{L}+){0,4}$`,
  'u',
);

/** Whole cells, folded. */
const closing = new Set([
  'signature', 'signatures', 'signature et cachet', 'cachet et signature', 'cachet', 'lu et approuve', 'vu et approuve', 'visa',
  'firma', 'firmas', 'firma y sello', 'sello y firma', 'sello', 'vo bo',
  'signed', 'signed by', 'signature and stamp', 'stamp and signature', 'stamp',
  'التوقيع', 'الامضاء', 'الختم', 'التوقيع والختم', 'الامضاء والختم', 'توقيع', 'ختم',
  'fin', 'fin de liste', 'fin de la liste', 'fin de la lista', 'fin del listado', 'end of list', 'end of the list', 'نهايه القائمه', 'نهايه اللائحه',
]); // prettier-ignore

/**
 * Beginnings of folded text: where and when a list was signed, printed or closed, and its pages.
 */
const issued = [
  /^(?:fait|etabli|dresse) a \p{L}/u,
  /^(?:hecho|dado|expedido) en \p{L}/u,
  /^(?:done|signed|issued) (?:at|in) \p{L}/u,
  /^و?حرر (?:ب|في )\p{L}/u,
  /^(?:imprime|edite|genere|impreso|generado|printed|generated) (?:le|el|on) \d/,
  /^(?:arrete|arretee) (?:la presente|le present) (?:liste|etat)\b/,
  /^(?:prepare|etabli|verifie|approuve|valide|elaborado|preparado|revisado|aprobado|prepared|checked|reviewed|approved) (?:par|por|by) \p{L}/u,
  /^(?:signature|cachet|firma|sello) (?:du|de|des|del|et|y|and|of) \p{L}/u,
  /^(?:page|pagina|صفحه|الصفحه) \d{1,4}(?: (?:sur|de|of|من|\d)[\d ]*)?$/,
];

/** `NB : ...`, `* CIN : carte nationale`, `(1) ...`. A mark alone may come before a name. */
const explained = [
  /^(?:n\.?\s?b\.?|notes?|notas?|remarques?|remarks?|observations?|observaciones|observación|légende|leyenda|legend|sources?|fuentes?|ملاحظة|ملاحظات|ملحوظة|تنبيه|المصدر)\s*\(?\d?\)?\s*[:：]/iu,
  /^(?:\*{1,3}|\((?:\d|\*{1,3})\))\s*[^\s:=]{1,12}\s*[:=]\s*\p{L}/u,
];

/** `Rabat, le 12/11/2026`. */
const placeAndDate = /^\p{L}[\p{L}\s'’-]{1,30},\s*(?:le|el|a|on|في)\s+(.+)$/iu;

/** Matches an address, or more digits than a count has; it may belong to a candidate. */
const maybeOfSomebody = /@|\d(?:[\s./-]?\d){6}/;

/** The most characters of a line below a table. */
const LONGEST = 300;

function kindOf(cell: string, above: readonly string[]): Kind {
  const text = plainDigits(cell);
  if (isUncalculated(text)) return 'figure';
  if (/^[\d\s.,%()]*\d[\d\s.,%()]*$/.test(text) && !maybeOfSomebody.test(text)) return 'figure';
  if (readSheetDate(text) !== null) return 'date';
  if (text.length > LONGEST || !/\p{L}/u.test(text)) return null;
  const folded = foldArabicYa(text);
  if (total.test(folded) || subtotal.test(folded)) return 'total';
  if (isTotalOf(folded, above)) return 'total-of-group';
  if (figureInWords.test(folded)) return 'figure';
  return isNote(text, folded) ? 'note' : null;
}

/** Returns whether a folded cell is the total of a group that the row above it belongs to. */
function isTotalOf(folded: string, above: readonly string[]): boolean {
  return totalOfGroup.some((form) => {
    const group = form.exec(folded)?.groups?.['group'];
    return group !== undefined && above.some((cell) => foldArabicYa(cell) === group);
  });
}

function isNote(text: string, folded: string): boolean {
  const undated = text.replace(/\d{1,2}[./-]\d{1,2}[./-]\d{4}/g, '');
  if (maybeOfSomebody.test(undated)) return false;
  const [, on = ''] = placeAndDate.exec(text) ?? [];
  return (
    (on !== '' && readSheetDate(on) !== null) ||
    closing.has(folded) ||
    signatory.test(folded) ||
    issued.some((form) => form.test(folded)) ||
    explained.some((form) => form.test(text))
  );
}

/**
 * Returns whether a row is not a candidate but text below a list, in English, French, Spanish or
 * Arabic. It may be a total with figures, a place and date of signing, a signatory, a page number
 * or a note. `cells` are those of one row, `above` those of the candidate before it. Every filled
 * one must be understood as such, as a doubtful row may be a candidate.
 */
export function isNotPeople(cells: readonly string[], above: readonly string[] = []): boolean {
  const kinds = new Set<Kind>();
  for (const cell of cells) {
    if (cell === '') continue;
    const kind = kindOf(cell, above);
    if (kind === null) return false;
    kinds.add(kind);
  }
  // A total goes with figures and a signature with a date. A "total" beside a date may be a person
  // of that name.
  if (kinds.has('total')) return !kinds.has('date');
  if (kinds.has('total-of-group')) return kinds.size === 2 && kinds.has('figure');
  return kinds.has('note') && !kinds.has('figure');
}
