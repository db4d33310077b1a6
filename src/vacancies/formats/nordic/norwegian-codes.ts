/**
 * NUTS 2024 statistical regions of Norway (Eurostat), by the names of present and former counties.
 */
const regions: Record<string, string> = {
  INNLANDET: 'NO020',
  HEDMARK: 'NO020',
  OPPLAND: 'NO020',
  TRØNDELAG: 'NO060',
  'SØR-TRØNDELAG': 'NO060',
  'NORD-TRØNDELAG': 'NO060',
  NORDLAND: 'NO071',
  TROMS: 'NO072',
  FINNMARK: 'NO073',
  OSLO: 'NO081',
  ØSTFOLD: 'NO083',
  AKERSHUS: 'NO084',
  BUSKERUD: 'NO085',
  AGDER: 'NO092',
  'AUST-AGDER': 'NO092',
  'VEST-AGDER': 'NO092',
  VESTFOLD: 'NO093',
  TELEMARK: 'NO094',
  ROGALAND: 'NO0A1',
  VESTLAND: 'NO0A2',
  HORDALAND: 'NO0A2',
  'SOGN OG FJORDANE': 'NO0A2',
  'MØRE OG ROMSDAL': 'NO0A3',
  'JAN MAYEN': 'NO0B1',
  SVALBARD: 'NO0B2',
};

/**
 * Counties that existed from 2020 to 2023 and lie in several of today's regions, followed by the
 * ranges of postal codes that lie in one region.
 */
const mergedCounties = new Set(['VIKEN', 'VESTFOLD OG TELEMARK', 'TROMS OG FINNMARK']);
const postCodes: readonly [from: number, to: number, nuts: string][] = [
  [1300, 1499, 'NO084'],
  [1600, 1899, 'NO083'],
  [1900, 2099, 'NO084'],
  [3000, 3069, 'NO085'],
  [3100, 3299, 'NO093'],
  [3300, 3649, 'NO085'],
  [3700, 3999, 'NO094'],
  [9000, 9499, 'NO072'],
  [9500, 9999, 'NO073'],
];

/**
 * Returns the NUTS region of a Norwegian county, or null if neither the county nor the postal code
 * determines it.
 */
export function nutsOfCounty(county: string | null, postalCode: string | null): string | null {
  // Since 2020 a county may have several names: `Troms - Romsa - Tromssa`.
  const name =
    county
      ?.toUpperCase()
      .split(/\/| - /)[0]
      ?.trim() ?? '';
  if (!mergedCounties.has(name)) return regions[name] ?? null;
  const code = Number(postalCode ?? NaN);
  return postCodes.find(([from, to]) => code >= from && code <= to)?.[2] ?? null;
}

const months = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
];

/** Returns `29. november 2018` as `29.11.2018`, and any other text unchanged. */
export function withNumberedMonth(text: string): string {
  const found = /^(\d{1,2})\.?\s+([a-z]+)\s+(\d{4})$/i.exec(text.trim());
  const month = months.indexOf(found?.[2]?.toLowerCase() ?? '') + 1;
  return month === 0 || found === null ? text : `${found[1] ?? ''}.${month}.${found[3] ?? ''}`;
}

/**
 * EURES words for the Norwegian kinds of engagement. Kinds that are not listed say nothing certain.
 */
export const offeringOfEngagement: Record<string, string> = {
  fast: 'DirectHire',
  vikariat: 'Temporary',
  engasjement: 'Contract',
  prosjekt: 'Contract',
  åremål: 'Contract',
  sesong: 'Seasonal',
  feriejobb: 'Temporary',
  lærling: 'Apprenticeship',
  'selvstendig næringsdrivende': 'SelfEmployed',
};

export const scheduleOfExtent: Record<string, string> = {
  heltid: 'FullTime',
  deltid: 'PartTime',
  'heltid og deltid': 'Any',
  'heltid/deltid': 'Any',
};

/** ISO 639-1 codes by the language names in Norwegian ads. */
export const languageOfName: Record<string, string> = {
  norsk: 'no',
  engelsk: 'en',
  svensk: 'sv',
  dansk: 'da',
  samisk: 'se',
};

/** ISO 3166-1 codes by the country names in Norwegian ads. */
export const countryOfName: Record<string, string> = {
  NORGE: 'NO',
  SVERIGE: 'SE',
  DANMARK: 'DK',
  FINLAND: 'FI',
  ISLAND: 'IS',
  TYSKLAND: 'DE',
  POLEN: 'PL',
  SPANIA: 'ES',
  STORBRITANNIA: 'GB',
  NEDERLAND: 'NL',
  FRANKRIKE: 'FR',
  SVEITS: 'CH',
  'SVALBARD OG JAN MAYEN': 'NO',
};
