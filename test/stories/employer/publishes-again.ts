import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aVacancy } from '../../support/worlds/builders.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

describe('an employer who publishes a vacancy again', () => {
  let test: TestApp;
  let employer: Caller;

  beforeAll(async () => {
    test = await startApp();
    employer = await test.caller('employer', 'ES');
  }, 60_000);

  afterAll(() => test.stop());

  it('opens it also where it was changed to that while it was withdrawn', async () => {
    const sent = (title: string) => aVacancy({ sourceAgency: 'AG', sourceId: 'W-1', title });
    const publish = (title: string) => employer.post('/v1/vacancies', sent(title)).expect(201);
    const { body } = await publish('Enfermera');
    const { body: gone } = await employer.post(`/v1/vacancies/${body.id}/withdraw`).expect(200);
    const change = sent('Enfermera de noche');
    await employer.put(`/v1/vacancies/${body.id}`, change, gone.version as number).expect(200);
    const { body: again } = await publish('Enfermera de noche');
    expect(again).toMatchObject({ id: body.id, status: 'open', title: 'Enfermera de noche' });
  });
});
