/** Messages of findings on a person's document, in HR-XML and in Europass alike. */
export const documentMessages = {
  consentMissing:
    'This format holds no consent, so the person is not matched. Record the consent separately.',
  nationalityMissing:
    'No nationality can be read, so the person has no place in the order of preference. Add one, such as MA.',
  countryUnknown: 'This country is not recognised. Write its ISO code, such as MA.',
  languageUnknown: 'This language is not recognised. Write its ISO 639-1 code, such as fr.',
  dateIncomplete: 'This date cannot be read or is not complete. Write it as 2026-11-24.',
} as const;
