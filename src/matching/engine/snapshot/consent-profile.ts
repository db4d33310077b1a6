import { isLive } from '../../../candidates/consent-term.ts';
import {
  type ConsentSection,
  consentSections,
} from '../../../candidates/formats/candidate-draft.ts';
import type { KnownConsent } from '../../facts/known-person.ts';

const bits = new Map<string, number>(consentSections.map((section, at) => [section, 1 << at]));

/** Returns the bit that stands for a section in a set of shared sections. */
export function sectionBit(section: ConsentSection): number {
  return bits.get(section) ?? 0;
}

/**
 * Returns what a candidate shares with which states on a date, as one word: `DE:8191 ES:512`. Each
 * number is a set of section bits. Many candidates have the same profile, so a snapshot keeps each
 * once.
 */
export function consentProfile(consents: readonly KnownConsent[], on: string): string {
  const shared = new Map<string, number>();
  for (const consent of consents) {
    if (!isLive(consent, on)) continue;
    const { countries, sections } = consent;
    const opened = sections.reduce((sum, section) => sum | (bits.get(section) ?? 0), 0);
    for (const country of countries) shared.set(country, (shared.get(country) ?? 0) | opened);
  }
  return [...shared]
    .map(([country, opened]) => `${country}:${opened}`)
    .toSorted()
    .join(' ');
}

/** Returns the sections that a profile opens for a state, as bits; 0 without a consent. */
export function sectionsFor(profile: string, state: string): number {
  const at = ` ${profile}`.indexOf(` ${state}:`);
  return at === -1 ? 0 : Number.parseInt(profile.slice(at + state.length + 1), 10);
}
