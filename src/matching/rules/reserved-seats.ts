import type { StateFacts } from '../facts.ts';

/** How the national offers that cover a vacancy stand for people of a partner country. */
export type ReservedSeats = 'left' | 'none-agreed' | 'full' | 'none-offered';

/** Every offer that covers the vacancy has to have a seat; quotas that were agreed have to be offered. */
export function reservedSeats(
  country: string,
  { quotas, partnerships }: Pick<StateFacts, 'quotas' | 'partnerships'>,
): ReservedSeats {
  const covering = quotas.filter(({ partnerCountry }) => partnerCountry === country);
  if (covering.some(({ remaining }) => remaining <= 0)) return 'full';
  if (covering.length > 0) return 'left';
  const agreed = partnerships.some(
    ({ partnerCountry, components }) => partnerCountry === country && components.includes('quotas'),
  );
  return agreed ? 'none-offered' : 'none-agreed';
}
