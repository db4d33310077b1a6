import { describe, expect, it } from '@jest/globals';
import express, { type Request } from 'express';
import { languageOf } from './language.ts';

describe('the language of a caller', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['ar-MA', 'ar'],
    ['de, fr;q=0.5', 'fr'],
    ['fr;q=0.5, es;q=0.9', 'es'],
    ['FR-ca', 'fr'],
    ['de', 'en'],
    ['*', 'en'],
    ['fr;q=0, ar', 'ar'],
    ['fr;q=0', 'en'],
    ['ar-MA, fr', 'ar'],
    ['fr-MA, ar;q=0.9, fr;q=0.8', 'fr'],
    ['fr-CA;q=0, fr', 'fr'],
    ['es;q=none, ar;q=0.1', 'ar'],
  ])('follows the header Accept-Language %s: %s', (accepted, language) => {
    const headers = { 'accept-language': accepted };
    const request = Object.assign(Object.create(express.request) as Request, { headers });
    expect(languageOf(request)).toBe(language);
  });
});
