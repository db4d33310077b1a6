/**
 * Unit groups of SSYK 2012 (Statistics Sweden) whose number stands for other work in ISCO-08, with
 * the ISCO group of that work. The structures are the same by intention, so that any other code of
 * SSYK that ISCO has too is read as it is, and doubted.
 */
export const iscoOfSsyk: Readonly<Record<string, string>> = {
  // Physicians: SSYK tells them by their training, ISCO generalists from specialists.
  ...{ '2211': '2212', '2212': '2212', '2213': '2211', '2219': '2211' },
  // Nurses by their ward.
  ...{ '2223': '2221', '2224': '2221', '2225': '2221', '2226': '2221', '2227': '2221' },
  ...{ '2228': '2221', '2231': '2221', '2232': '2221', '2233': '2221', '2234': '2221' },
  // Shop managers who sell, assistants in food shops, cleaners of offices.
  ...{ '5221': '5222', '5222': '5223', '9111': '9112' },
};

/** NUTS 3 of the 21 counties, whose numbers are those of Statistics Sweden. */
export const nutsOfLan: Readonly<Record<string, string>> = {
  ...{ '01': 'SE110', '03': 'SE121', '04': 'SE122', '05': 'SE123', '06': 'SE211', '07': 'SE212' },
  ...{ '08': 'SE213', '09': 'SE214', '10': 'SE221', '12': 'SE224', '13': 'SE231', '14': 'SE232' },
  ...{ '17': 'SE311', '18': 'SE124', '19': 'SE125', '20': 'SE312', '21': 'SE313', '22': 'SE321' },
  ...{ '23': 'SE322', '24': 'SE331', '25': 'SE332' },
};

/** The level of a Swedish education as the service words it, as EQF (SeQF, ordinance 2015:545). */
export function eqfOfSwedish(label: string): number | null {
  const text = label.toLowerCase();
  if (/forskar/.test(text)) return 8;
  if (/eftergymnasial/.test(text)) return /kortare|mindre/.test(text) ? 5 : 6;
  if (/gymnasial/.test(text)) return 4;
  return /grundskol|förgymnasial/.test(text) ? 2 : null;
}

/**
 * Fields of SUN (Statistics Sweden), which numbers them as ISCED 1997 does, in ISCED-F 2013. Set side by
 * side by the names of both lists, not from an official key: whoever reads a field by this table says so.
 * One field where there is one, else the field that holds all of it. Environmental protection (85) is
 * spread over three: none.
 */
const iscedOfSun: Readonly<Record<string, string>> = {
  ...{ '14': '011', '21': '021', '22': '02', '31': '031', '32': '032', '34': '041', '38': '042' },
  ...{ '42': '05', '44': '053', '46': '054', '48': '061', '52': '07', '54': '072', '58': '073' },
  ...{ '62': '08', '64': '084', '72': '091', '76': '092', '81': '101', '84': '104', '86': '10' },
  ...{ '341': '0416', '342': '0414', '343': '0412', '344': '0411', '345': '0413', '346': '0415' },
  ...{ '521': '0715', '522': '0713', '523': '0714', '524': '0711', '525': '0716' },
  ...{ '541': '0721', '542': '0723', '543': '0722', '544': '0724', '581': '0731', '582': '0732' },
  ...{ '721': '0912', '723': '0913', '724': '0911', '727': '0916' },
  ...{ '811': '1013', '812': '1015', '813': '1014', '814': '1011', '815': '1012' },
};

/** The ISCED-F field of a SUN code of 2 or 3 digits, with or without the letter of the last level. */
export function iscedFieldOfSun(code: string): string | null {
  const [, digits = ''] = /^(\d{2,3})[a-z]?$/i.exec(code.trim()) ?? [];
  return iscedOfSun[digits] ?? iscedOfSun[digits.slice(0, 2)] ?? null;
}
