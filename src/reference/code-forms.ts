import type { Form } from '../platform/http/input/formed.ts';

/** The form of a country code, ISO 3166-1 alpha-2. */
export const countryForm: Form = {
  pattern: /^[A-Z]{2}$/,
  wanted: 'an ISO 3166-1 alpha-2 code of a country, such as MA',
};

/** The form of a language code, ISO 639-1. */
export const languageForm: Form = {
  pattern: /^[a-z]{2}$/,
  wanted: 'an ISO 639-1 code of a language, such as fr',
};

/** The form of a currency code, ISO 4217. */
export const currencyForm: Form = {
  pattern: /^[A-Z]{3}$/,
  wanted: 'an ISO 4217 code of a currency, such as EUR',
};

/** The form of an ISCO-08 code of any level. */
export const iscoForm: Form = {
  pattern: /^\d{1,4}$/,
  wanted: 'a group of ISCO-08, such as 7212',
};

/** The form of a NUTS code of any edition: a state, or a region of any level. */
export const nutsForm: Form = {
  pattern: /^[A-Z]{2}[A-Z0-9]{0,3}$/,
  wanted: 'a NUTS code, such as ES61',
};
