/**
 * Occupations with shortages throughout the Union, as ISCO-08 unit groups. Recalled from the annex
 * of the proposal for the EU Talent Pool, COM(2023) 716; to be compared with the list in force.
 */
export const shortageOccupations = [
  '2142', '2144', '2151', '2152', '2211', '2212', '2221', '2264', '2511', '2512', '2514', '3221',
  '5120', '5131', '5321', '7111', '7112', '7114', '7115', '7119', '7121', '7122', '7123', '7126',
  '7127', '7131', '7212', '7213', '7214', '7223', '7231', '7233', '7411', '7412', '7511', '8331',
  '8332', '8342', '8343', '9112', '9312', '9313',
] as const; // prettier-ignore
