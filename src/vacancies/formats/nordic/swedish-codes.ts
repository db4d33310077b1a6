/**
 * Unit groups of SSYK 2012 (Statistics Sweden) whose number means other work in ISCO-08, with the
 * ISCO group of that work. The two structures are meant to be the same. Any other SSYK code that
 * exists in ISCO is therefore read unchanged, with a warning.
 */
export const iscoOfSsyk: Readonly<Record<string, string>> = {
  // Physicians: SSYK divides them by training, ISCO into generalists and specialists.
  '2211': '2212',
  '2212': '2212',
  '2213': '2211',
  '2219': '2211',
  // Nurses, whom SSYK divides by ward.
  '2223': '2221',
  '2224': '2221',
  '2225': '2221',
  '2226': '2221',
  '2227': '2221',
  '2228': '2221',
  '2231': '2221',
  '2232': '2221',
  '2233': '2221',
  '2234': '2221',
  // Shop managers who sell, assistants in food shops, and cleaners of offices.
  '5221': '5222',
  '5222': '5223',
  '9111': '9112',
};

/** NUTS 3 codes of the 21 counties, by the county numbers of Statistics Sweden. */
export const nutsOfLan: Readonly<Record<string, string>> = {
  '01': 'SE110',
  '03': 'SE121',
  '04': 'SE122',
  '05': 'SE123',
  '06': 'SE211',
  '07': 'SE212',
  '08': 'SE213',
  '09': 'SE214',
  '10': 'SE221',
  '12': 'SE224',
  '13': 'SE231',
  '14': 'SE232',
  '17': 'SE311',
  '18': 'SE124',
  '19': 'SE125',
  '20': 'SE312',
  '21': 'SE313',
  '22': 'SE321',
  '23': 'SE322',
  '24': 'SE331',
  '25': 'SE332',
};

/**
 * Returns the EQF level of a Swedish education by the service's label (SeQF, ordinance 2015:545),
 * or null.
 */
export function eqfOfSwedish(label: string): number | null {
  const text = label.toLowerCase();
  if (/forskar/.test(text)) return 8;
  if (/eftergymnasial/.test(text)) return /kortare|mindre/.test(text) ? 5 : 6;
  if (/gymnasial/.test(text)) return 4;
  return /grundskol|förgymnasial/.test(text) ? 2 : null;
}

/**
 * Fields of SUN (Statistics Sweden), which numbers them as ISCED 1997 does, with their ISCED-F 2013
 * field. Matched by the names in both lists, not by an official key, so a field read by this table
 * is reported. Each maps to one field if there is one, and otherwise to the field that contains all
 * of it. Environmental protection (85) is spread over three fields, and is left out.
 */
const iscedOfSun: Readonly<Record<string, string>> = {
  '14': '011',
  '21': '021',
  '22': '02',
  '31': '031',
  '32': '032',
  '34': '041',
  '38': '042',
  '42': '05',
  '44': '053',
  '46': '054',
  '48': '061',
  '52': '07',
  '54': '072',
  '58': '073',
  '62': '08',
  '64': '084',
  '72': '091',
  '76': '092',
  '81': '101',
  '84': '104',
  '86': '10',
  '341': '0416',
  '342': '0414',
  '343': '0412',
  '344': '0411',
  '345': '0413',
  '346': '0415',
  '521': '0715',
  '522': '0713',
  '523': '0714',
  '524': '0711',
  '525': '0716',
  '541': '0721',
  '542': '0723',
  '543': '0722',
  '544': '0724',
  '581': '0731',
  '582': '0732',
  '721': '0912',
  '723': '0913',
  '724': '0911',
  '727': '0916',
  '811': '1013',
  '812': '1015',
  '813': '1014',
  '814': '1011',
  '815': '1012',
};

/**
 * Returns the ISCED-F field of a SUN code of 2 or 3 digits, with or without the letter of the last
 * level, or null.
 */
export function iscedFieldOfSun(code: string): string | null {
  const [, digits = ''] = /^(\d{2,3})[a-z]?$/i.exec(code.trim()) ?? [];
  return iscedOfSun[digits] ?? iscedOfSun[digits.slice(0, 2)] ?? null;
}
