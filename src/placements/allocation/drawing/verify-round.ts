import { createHash } from 'node:crypto';
import { canonical } from '../../../matching/evidence/evidence-chain.ts';
import type {
  AllocationDraw,
  AllocationResult,
  AllocationRound,
} from '../allocation-round.entity.ts';
import { decideDraw } from './decide-draw.ts';
import { DRAW_VERSION, type Drawn, type DrawInputs, personOf } from './draw.ts';
import { hashOfSeed, seedOf } from './seed.ts';

/** The stored record of a round, enough to repeat it without the database. */
export interface RoundRecord {
  round: AllocationRound;
  draws: readonly (Pick<AllocationDraw, 'batch' | 'inputs' | 'inputHash'> & {
    results: readonly Pick<
      AllocationResult,
      'placementId' | 'rank' | 'outcome' | 'quotaId' | 'points'
    >[];
  })[];
}

/**
 * Returns SHA-256 of the inputs as canonical JSON, which proves that a repetition had the same
 * inputs.
 */
export function hashInputs(inputs: DrawInputs): string {
  return createHash('sha256').update(canonical(inputs)).digest('hex');
}

/**
 * Repeats every draw of a round from its record. @returns the differences found; empty if there are
 * none
 */
export function faultsOfRound({ round, draws }: RoundRecord): string[] {
  const { openedSeed, seedHash, publicValue } = round;
  if (openedSeed === null)
    return ['The seed is still sealed. Verify the round after its last draw.'];
  const faults =
    hashOfSeed(openedSeed) === seedHash
      ? []
      : ['The published seed does not match the announced seedHash.'];
  const seed = seedOf(openedSeed, publicValue);
  return [
    ...faults,
    ...draws.flatMap((draw) =>
      faultsOfDraw(draw, seed).map((text) => `Draw ${draw.batch}: ${text}`),
    ),
  ];
}

function faultsOfDraw(
  { inputs, inputHash, results }: RoundRecord['draws'][number],
  seed: string,
): string[] {
  if (inputs.version !== DRAW_VERSION) {
    return [
      `made by version ${inputs.version}; this release verifies version ${DRAW_VERSION} only.`,
    ];
  }
  const faults: string[] = [];
  if (inputs.seed !== seed) faults.push('it used another seed.');
  if (hashInputs(inputs) !== inputHash)
    faults.push('the stored inputs do not match their inputHash.');
  const kept = results.map((one) => lineOf({ ...one, id: one.placementId })).toSorted();
  const again = decideDraw(inputs).map(lineOf).toSorted();
  if (kept.join('\n') !== again.join('\n'))
    faults.push('the stored results differ from those of the repetition.');
  if (givesTwice({ inputs, results })) faults.push('one candidate got two posts.');
  return faults;
}

/** Checked separately, whatever the rule of the draw: no person may take two seats of one round. */
function givesTwice({
  inputs,
  results,
}: Pick<RoundRecord['draws'][number], 'inputs' | 'results'>): boolean {
  const granted = new Set(
    results.flatMap(({ placementId, outcome }) => (outcome === 'granted' ? [placementId] : [])),
  );
  const people = inputs.applications.filter(({ id }) => granted.has(id)).map(personOf);
  return new Set([...inputs.placed, ...people]).size < inputs.placed.length + people.length;
}

function lineOf({ id, rank, outcome, quotaId, points }: Drawn): string {
  return JSON.stringify([id, rank, outcome, quotaId, points]);
}
