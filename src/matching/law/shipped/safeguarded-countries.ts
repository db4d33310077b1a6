/**
 * WHO Health Workforce Support and Safeguards List 2023: the 55 countries whose health workforce
 * must not be actively recruited. ISO 3166-1 alpha-2.
 */
export const safeguardedCountries = [
  'AF', 'AO', 'BD', 'BF', 'BI', 'BJ', 'CD', 'CF', 'CG', 'CI', 'CM', 'DJ', 'ER', 'ET', 'FM', 'GA',
  'GH', 'GM', 'GN', 'GQ', 'GW', 'HT', 'KI', 'KM', 'LA', 'LR', 'LS', 'MG', 'ML', 'MR', 'MW', 'MZ',
  'NE', 'NG', 'NP', 'PG', 'PK', 'RW', 'SB', 'SD', 'SL', 'SN', 'SO', 'SS', 'TD', 'TG', 'TL', 'TV',
  'TZ', 'UG', 'VU', 'WS', 'YE', 'ZM', 'ZW',
] as const; // prettier-ignore
