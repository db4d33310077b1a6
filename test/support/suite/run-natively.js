import { register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { jestExpect as expect } from '@jest/expect';
import { ModernFakeTimers } from '@jest/fake-timers';
import circus from 'jest-circus/runner';
import { setGlobals } from './jest-globals.js';

register('../processes/typescript-loader.js', import.meta.url);
process.setSourceMapsEnabled(true);

/**
 * A `testRunner` of jest (its documentation, "Configuring Jest"). Runs a file of tests as jest's own
 * does, but lets Node load the modules: as in production, and once for all files of a process. jest
 * loads the application anew for each file, which took two fifths of the suite's time. Files thus
 * share the state of modules; a test undoes what it changes there.
 */
// jest requires a default export here.
export default async function runNatively(globalConfig, config, environment, runtime, path, tell) {
  if (globalConfig.watch || globalConfig.watchAll) {
    throw new Error('Modules are loaded once, so that --watch would not see your changes.');
  }
  environment.fakeTimersModern = new ModernFakeTimers({ config, global: globalThis });
  const load = async (file) => {
    setGlobals({ ...runtime.requireModuleOrMock(file, '@jest/globals'), expect });
    Error.prepareStackTrace = undefined; // jest's own knows no source maps but its own
    await import(pathToFileURL(file).href);
  };
  const native = Object.create(runtime, {
    unstable_shouldLoadAsEsm: { value: () => true },
    unstable_importModule: { value: load },
  });
  try {
    return await circus.default(globalConfig, config, environment, native, path, tell);
  } finally {
    runtime.restoreAllMocks();
  }
}
