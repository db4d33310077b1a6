import { register } from 'node:module';

/** For `node --import`: lets a separate process run our TypeScript. */
register('./typescript-loader.js', import.meta.url);
