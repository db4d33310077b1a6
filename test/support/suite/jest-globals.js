/**
 * What tests import as `@jest/globals`. Each file has its own, and modules that are loaded once for
 * all files see those of the file that is running.
 */
export let afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest;

export function setGlobals(of) {
  ({ afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } = of);
}
