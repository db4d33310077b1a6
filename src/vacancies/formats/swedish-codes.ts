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
