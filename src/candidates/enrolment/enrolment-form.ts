import { countryName } from '../../reference/countries/countries.ts';
import { escapeXml } from '../../platform/formats/markup/xml-text.ts';
import { consentPurposes, consentSections } from '../formats/candidate-draft.ts';
import type { Column } from '../formats/headers/spreadsheet-columns.ts';
import { directionOf, type Language } from '../../platform/language/language.ts';
import { templateHeaders } from '../imports/template/import-template.ts';
import { formWords } from './form-words.ts';
import { sectionWord } from './section-words.ts';

const person: readonly Column[] = [
  ...(['reference', 'family_name', 'given_name', 'birth_date', 'nationalities'] as const),
  ...(['documents', 'residence_country', 'residence_region', 'phone', 'email'] as const),
];
const work: readonly Column[] = [
  ...(['occupation', 'occupation_years', 'occupation_last_day'] as const),
  ...(['education_level', 'education_field', 'qualifications', 'skills'] as const),
  ...(['languages', 'licences', 'previous_stays'] as const),
];
const wishes: readonly Column[] = [
  ...(['desired_countries', 'desired_occupations', 'desired_pay'] as const),
  ...(['available_from', 'available_until'] as const),
];

const style = `@page{size:A4;margin:10mm 12mm}body{font:10pt/1.35 system-ui,sans-serif;margin:0 auto;max-width:186mm}
h1{font-size:15pt;margin:0 0 1mm}h2{font-size:11pt;margin:2.5mm 0 1mm;border-block-end:1px solid #000}
.fields{display:grid;grid-template-columns:1fr 1fr;column-gap:8mm}
.boxes{display:grid;grid-template-columns:1fr 1fr 1fr;gap:1.5mm 4mm}
.whole{grid-template-columns:1fr}.field{display:flex;gap:2mm;align-items:end;min-height:7.2mm}
.line{flex:1;border-block-end:1px dotted #000;min-height:6mm}.box{inline-size:4mm;block-size:4mm;
border:1px solid #000;flex:none}.choice{display:flex;gap:2mm;align-items:center}p{margin:1.5mm 0}
.scan{block-size:7mm;border:1px solid #000}@media screen{body{padding:4mm}}
@media screen and (max-width:600px){.fields,.boxes{grid-template-columns:1fr}.line{min-inline-size:30mm}}`;

/** The agency that gives out the form and to which the consent is given. */
export interface FormAgency {
  name: string;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
}

/**
 * Returns the enrolment form as HTML, to print on one page of A4 and fill in by hand where there is
 * no connection. Its fields are columns of the spreadsheet, under the same names. It names the
 * agency, because a consent has to say to whom it is given (Regulation (EU) 2016/679 Art. 13(1)(a)
 * and recital 42).
 */
export function enrolmentForm(language: Language, { name, country }: FormAgency): string {
  const words = formWords[language];
  const headers = new Map(templateHeaders(language));
  const fields = (columns: readonly Column[]): string =>
    `<div class="fields">${columns.map((column) => field(headers.get(column) ?? column)).join('')}</div>`;
  const purposes = consentPurposes.map((purpose) => box(words.purposes[purpose]));
  const sections = consentSections.map((section) => box(sectionWord(section, language)));
  const place = country === null ? '' : ` (${countryName(country, language)})`;
  return `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${words.title}</title>
<style>${style}</style></head><body><p><bdi>${escapeXml(name)}</bdi>${place}</p><h1>${words.title}</h1>
<p>${words.free}</p>
<h2>${words.person}</h2>${fields(person)}<h2>${words.work}</h2>${fields(work)}
<h2>${words.wishes}</h2>${fields(wishes)}
<h2>${words.consent}</h2><p>${words.agreement}</p><div class="boxes whole">${purposes.join('')}</div>
<p>${headers.get('consent_sections') ?? ''}:</p><div class="boxes">${sections.join('')}</div>
<div class="fields whole">${field(headers.get('consent_countries') ?? '')}</div>
<div class="fields">${[words.signature, words.date, words.witness, words.date].map(field).join('')}</div>
<p>${words.scan}</p><div class="scan"></div></body></html>`;
}

const field = (label: string): string =>
  `<div class="field"><span>${label}</span><span class="line"></span></div>`;

const box = (label: string): string =>
  `<div class="choice"><span class="box"></span><span>${label}</span></div>`;
