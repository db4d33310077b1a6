import type { StateFacts } from '../facts.ts';

/** The state of the national offers that cover a vacancy, for nationals of a partner country. */
export type ReservedSeats = 'left' | 'none-agreed' | 'full' | 'none-offered';

/**
 * Returns `left` only if every offer that covers the vacancy has a seat. If quotas were agreed but
 * none is offered, returns `none-offered`.
 */
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
