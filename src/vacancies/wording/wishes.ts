import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import { spanish } from './spanish.ts';
import type { Wish } from './wish.ts';

/** The wordings of unlawful wishes. Every text is checked in all languages. */
export const wishes: readonly Wish[] = [...english, ...french, ...spanish, ...german, ...italian];
