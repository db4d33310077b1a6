import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { CandidateImportWorker } from '../../../src/candidates/imports/candidate-import.worker.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';
import { stepsByHand } from '../../support/application/steps-by-hand.ts';

const imports = '/v1/candidates/imports';
const file = Buffer.from('référence;nom;nationalité;métier\n1;Alami;Maroc;Infirmière\n');

describe('an agency that follows an import by its stream of events', () => {
  let test: TestApp;
  let agency: Caller;
  let url = '';

  beforeAll(async () => {
    test = await startApp({ role: 'api' });
    url = await test.app.getUrl();
  });

  beforeEach(async () => {
    agency = await test.caller('agency', 'MA');
  });

  afterAll(() => test.stop());

  const upload = async (): Promise<string> => {
    const sent = agency.post(imports).set('Content-Type', 'text/csv').send(file);
    return String((await sent.expect(202)).body.id);
  };

  async function cancel(importId: string): Promise<void> {
    await agency.post(`${imports}/${importId}/cancel`).expect(202);
    const importer = test.app.get(CandidateImportWorker);
    await importer.uploaded({ importId, bytes: file.length }, stepsByHand(test, {}));
  }

  it('hears signs of life while it waits, and need not ask again once the import is over', async () => {
    const id = await upload();
    const headers = { Accept: 'text/event-stream', Authorization: `Bearer ${agency.key}` };
    const { body } = await fetch(`${url}${imports}/${id}/progress`, { headers });
    const events: string[] = [];
    for await (const some of body ?? []) {
      events.push(new TextDecoder().decode(some as Uint8Array));
      if (/^: *$/m.test(events.at(-1) ?? '')) await cancel(id);
    }
    expect(events.join('')).toMatch(
      /^event: waiting$[^]*^: *$[^]*^event: cancelled$[^]*^retry: 8/m,
    );
  });

  it('is told nothing more once its key is revoked, however long the stream would last', async () => {
    const id = await upload();
    const keys = `/v1/organisations/${agency.organisationId}/api-keys`;
    const admin = await test.caller('admin');
    const lost = (await admin.post(keys, { label: 'lost' }).expect(201)).body;
    const headers = { Accept: 'text/event-stream', Authorization: `Bearer ${lost.key}` };
    const { body } = await fetch(`${url}${imports}/${id}/progress`, { headers });
    await admin.delete(`${keys}/${lost.id}`).expect(204);
    const told = sleep(3_000).then(() => agency.post(`${imports}/${id}/cancel`).expect(202));
    let events = '';
    for await (const some of body ?? []) events += new TextDecoder().decode(some as Uint8Array);
    expect(events).toMatch(/^event: waiting$/m);
    expect(events).not.toMatch(/^event: cancelled$/m);
    await told;
  });
});
