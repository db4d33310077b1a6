import { createHash } from 'node:crypto';

interface Applied {
  candidateId: string;
  vacancyId: string;
  tier: string;
  returned: boolean;
  score: number;
  wish: number | null;
  quotaIds: readonly string[];
}

/** A world and the places proposed for it, by ids alone. */
export interface ProposedWorld {
  seed: string;
  vacancies: readonly { id: string; positions: number }[];
  quotas: readonly { id: string; seats: number }[];
  applications: readonly Applied[];
  /** The vacancy of each placed person, by person. */
  places: Readonly<Record<string, string>>;
  /** The regime of each national offer, by its id. */
  regimes: Readonly<Record<string, string>>;
}

/**
 * Reads docs/assignment.md a second time, with sets and sentences instead of numbers. Returns
 * everything that is wrong with the proposal, in words for people. Shares no code with the product.
 */
export function faultsOf(world: ProposedWorld): string[] {
  const held = world.applications.filter(
    ({ candidateId, vacancyId }) => world.places[candidateId] === vacancyId,
  );
  const faults: string[] = [];
  for (const person of Object.keys(world.places)) {
    if (!held.some(({ candidateId }) => candidateId === person)) faults.push(`${person} strays`);
  }
  for (const { id, positions } of world.vacancies) {
    if (held.filter((one) => one.vacancyId === id).length > positions) faults.push(`${id} is full`);
  }
  for (const { id, seats } of world.quotas) {
    if (held.filter((one) => one.quotaIds.includes(id)).length > seats)
      faults.push(`${id} is full`);
  }
  for (const claim of world.applications) {
    const own = held.find(({ candidateId }) => candidateId === claim.candidateId);
    if (own && (own === claim || !prefers(world, claim, own))) continue;
    if (isTaken(world, claim, held)) {
      faults.push(`${claim.candidateId} and ${claim.vacancyId} would rather have each other`);
    }
  }
  return faults;
}

/**
 * Returns each case, in words, of a later tier holding a place that a person of an earlier tier
 * asks for in vain.
 */
export function lowerTiersFirst(world: ProposedWorld): string[] {
  const held = world.applications.filter(
    ({ candidateId, vacancyId }) => world.places[candidateId] === vacancyId,
  );
  return world.applications.flatMap((claim) => {
    const own = held.find(({ candidateId }) => candidateId === claim.candidateId);
    if (own && (own === claim || !prefers(world, claim, own))) return [];
    const later = held.filter((one) => one.vacancyId === claim.vacancyId && one.tier > claim.tier);
    return later
      .filter((one) => claim.quotaIds.every((id) => hasSeat(world, id, held, one)))
      .map((one) => `${one.candidateId} before ${claim.candidateId} at ${claim.vacancyId}`);
  });
}

function hasSeat(
  { quotas, regimes }: ProposedWorld,
  id: string,
  held: readonly Applied[],
  leaving: Applied,
): boolean {
  const staying = held.filter((one) => one !== leaving && one.quotaIds.includes(id)).length;
  const seats = quotas.find((quota) => quota.id === id)?.seats ?? 0;
  return staying < seats && (regimes[id] !== 'closed' || leaving.quotaIds.includes(id));
}

/**
 * Returns whether the vacancy and every national offer would take the person, alone or in place of
 * others.
 */
function isTaken(world: ProposedWorld, claim: Applied, held: readonly Applied[]): boolean {
  const { vacancies, quotas, regimes, seed } = world;
  const later = held.filter((one) => comesBefore(seed, claim, one));
  const here = held.filter(({ vacancyId }) => vacancyId === claim.vacancyId);
  const laterHere = later.filter(({ vacancyId }) => vacancyId === claim.vacancyId);
  const positions = vacancies.find(({ id }) => id === claim.vacancyId)?.positions ?? 0;
  if (here.length >= positions && laterHere.length === 0) return false;
  const lacking = claim.quotaIds.filter((id) => {
    const under = held.filter(({ quotaIds }) => quotaIds.includes(id));
    const seats = quotas.find((quota) => quota.id === id)?.seats ?? 0;
    if (regimes[id] === 'closed') return true;
    if (under.length < seats) return false;
    return regimes[id] !== 'ordered' || !under.some((one) => later.includes(one));
  });
  if (lacking.some((id) => regimes[id] === 'ordered')) return false;
  return (
    lacking.length === 0 ||
    laterHere.some(({ quotaIds }) => lacking.every((id) => quotaIds.includes(id)))
  );
}

function prefers({ seed }: ProposedWorld, one: Applied, other: Applied): boolean {
  const key = ({ wish, score, vacancyId }: Applied) =>
    [-(wish ?? 0.5), -score, draw(seed, vacancyId)] as const;
  return isLess(key(one), key(other));
}

function comesBefore(seed: string, one: Applied, other: Applied): boolean {
  const key = ({ tier, returned, score, candidateId }: Applied) =>
    [tier, tier === '3' && returned ? 0 : 1, -score, draw(seed, candidateId)] as const;
  return isLess(key(one), key(other));
}

function isLess(one: readonly (string | number)[], other: readonly (string | number)[]): boolean {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
}

const draw = (seed: string, id: string): string =>
  createHash('sha256').update(`${seed} ${id}`).digest('hex');
