import { readFile } from 'node:fs/promises';
import { fileURLToPath, URL } from 'node:url';
import { transform } from '@swc/core';

const jestGlobals = new URL('../suite/jest-globals.js', import.meta.url).href;

/** Gives tests what the running file of tests has, since jest's own package throws outside jest. */
export async function resolve(specifier, context, next) {
  return next(specifier === '@jest/globals' ? jestGlobals : specifier, context);
}

/** Lets Node import our TypeScript, with the metadata of decorators. */
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const path = fileURLToPath(url);
  const { code } = await transform(await readFile(path, 'utf8'), { filename: path });
  return { format: 'module', source: code, shortCircuit: true };
}
