import { foldHeader, type Column, findColumn } from './spreadsheet-columns.ts';
import { writtenOut } from './header-words.ts';
import { findNumbered } from './numbered-columns.ts';
import { isOtherPerson } from './other-people.ts';
import { findRefused } from './refused-columns.ts';

/** Where something is that is told of a candidate: born, issued, learnt, worked or wished for. */
const places: readonly Column[] = ['residence_country', 'residence_region'];

/** Headings, folded and without articles, and the columns that are not the candidate's below. */
const topics: readonly { heading: RegExp; not: readonly Column[] }[] = [
  {
    heading:
      /^(?:(?:date|lieu|place|fecha|lugar|مكان|تاريخ) )?(?:(?:et|and|y|و) ?(?:lieu|place|lugar|مكان) )?(?:naissance|ne|nee|ne e|birth|born|nacimiento|الميلاد|الازدياد|الولاده)$/,
    not: places,
  },
  {
    heading:
      /^(?:passeports?|passports?|pasaportes?|جواز السفر|cin|cnie|dni|visas?|pieces? identite|cartes? (?:nationale )?identite|(?:identity|id) (?:document|card)s?|documentos? identidad|titres? sejour|(?:cartes?|permis) sejour|permis(?: conduire)?|licen[cs]e|driving licen[cs]e|residence permit|رخصه السياقه|بطاقه التعريف)$/,
    not: places,
  },
  {
    heading:
      /^(?:(?:derniers?|dernieres?|last|previous|current|ultim[oa]|actual|autres?) )?(?:emplois?|postes?|experiences?|experiences? professionnelles?|parcours professionnel|employment|job|work|work experience|professional experience|employment history|sejours?|sejours? etranger|stays?|stays? abroad|experience abroad|empleos?|trabajos?|experiencia|experiencia laboral|experiencia profesional|estancias?|التجربه|التجربه المهنيه|الخبره|الخبره المهنيه)(?: actuels?| precedents?| anterior(?:es)?| actual| anterieurs?)?$/,
    not: places,
  },
  {
    heading: /^(?:agences?|agency|bureau|antenne|centre|office|oficina|centro|الوكاله)$/,
    not: [...places, 'phone', 'email'],
  },
  {
    heading:
      /^(?:souhaits?|voeux|preferences?|mobilite|destination|projet(?: professionnel)?|wishes|preferenc(?:es|ias)|deseos|(?:emplois?|postes?|metiers?|pays) (?:recherches?|souhaites?|demandes?|vises?|sollicites?)|(?:job|position|work|country) (?:wanted|sought|desired|preferred|applied for)|(?:desired|preferred) (?:job|position|work|country|employment)|(?:empleo|puesto|trabajo|cargo|pais) (?:desead|solicitad|buscad|pretendid)o|الوظيفه المطلوبه|العمل المطلوب|الرغبات)$/,
    not: [...places, 'occupation'],
  },
];

const ofLearning =
  /^(?:diplomes?|dernier diplome|formations?|formation (?:initiale|academique|scolaire)|etudes|scolarite|parcours scolaire|diplomas?|degree|education|studies|qualifications?|training|titulo|titulos|estudios|formacion|formacion academica|المؤهل|المؤهل العلمي|الشهاده|الدراسه|التكوين)$/;

/** Names of what a course is called, which alone are the title of a job. */
const titleOfCourse = /^(?:intitule|libelle|designation|titulo|title)/;

/** Returns whether a column under a heading is about something else than it would be alone. */
export function isOfElse(heading: string, name: string): boolean {
  if (isOtherPerson(heading)) return true;
  const column = findColumn(name) ?? findNumbered(name)?.column ?? null;
  if (column === null) return false;
  const folded = writtenOut(foldHeader(heading));
  if (ofLearning.test(folded))
    return places.includes(column) || titleOfCourse.test(foldHeader(name));
  return topics.some(({ heading: form, not }) => not.includes(column) && form.test(folded));
}

const needsHeading = /^(?:date|fecha|تاريخ|n|no|nº|num|numero|number|رقم)$/;

/**
 * Returns the name of a column under a heading that is merged across several, as `Conjoint` is over
 * `Profession`: together with the heading if alone it would be taken for a fact of the candidate,
 * or if it says nothing alone, as `Date` under `Naissance`.
 */
export function nameUnder(heading: string, name: string): string {
  if (needsHeading.test(foldHeader(name))) {
    const turned = `${name} ${heading}`;
    if (findColumn(turned) !== null) return turned;
  }
  const isRefused = findRefused(name) !== null;
  return !isRefused && isOfElse(heading, name) ? `${heading} ${name}` : name;
}
