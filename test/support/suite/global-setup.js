import { register } from 'node:module';

register('../processes/typescript-loader.js', import.meta.url);

// jest requires a default export here.
export default async function setUp() {
  const { startTestServer } = await import('./test-server.ts');
  globalThis.testServer = await startTestServer();
}
