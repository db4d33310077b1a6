import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganisationRole } from '../../../src/platform/database/tenant.ts';
import { callersByRole } from '../../support/callers/callers-by-role.ts';
import {
  aCandidate,
  aPartnership,
  aPressedSector,
  aQuota,
  aVacancy,
} from '../../support/worlds/builders.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

const NOBODY = '00000000-0000-7000-8000-000000000000';
const turned = { startsOn: '2027-05-01', endsOn: '2027-04-30' };
const rule = {
  code: 'other.es',
  kind: 'labour-market-test',
  citation: 'Act',
  certainty: 'recalled',
  reason: 'None',
  parameters: {},
  validFrom: '2027-05-01',
  validUntil: '2027-04-30',
};
const freed = { availableFromOn: '2027-05-01', availableUntilOn: '2027-04-30' };

interface Sent {
  by: OrganisationRole;
  path: string;
  body: object;
  pointer: string;
}

const sent: readonly Sent[] = [
  { by: 'ministry', path: 'quotas', body: aQuota(turned), pointer: '/endsOn' },
  { by: 'admin', path: 'partnerships', body: aPartnership(turned), pointer: '/endsOn' },
  { by: 'partner-authority', path: 'pressed-sectors', body: aPressedSector(turned), pointer: '/endsOn' },
  { by: 'partner-authority', path: `pressed-sectors/${NOBODY}/exceptions`, body: { state: 'ES', people: 1, citation: 'Act', ...turned }, pointer: '/endsOn' },
  { by: 'partner-authority', path: 'simulations', body: { named: [aPressedSector(), aPressedSector(turned)] }, pointer: '/named/1/endsOn' },
  { by: 'ministry', path: 'rules', body: rule, pointer: '/validUntil' },
  { by: 'employer', path: 'vacancies', body: aVacancy(turned), pointer: '/endsOn' },
  { by: 'agency', path: 'candidates', body: aCandidate(freed), pointer: '/availableUntilOn' },
]; // prettier-ignore

describe('a period that ends before it starts', () => {
  let test: TestApp;
  let callers: Awaited<ReturnType<typeof callersByRole>>;

  beforeAll(async () => {
    test = await startApp({ role: 'api' });
    callers = await callersByRole(test);
  }, 60_000);

  afterAll(() => test.stop());

  it.each(sent)('is refused with the place of its end: $path', async ({ by, path, ...about }) => {
    const caller = callers.get(by);
    const answer = await caller?.post(`/v1/${path}`, about.body).set('Accept-Language', 'fr');
    const { pointer } = about;
    const detail = 'La date de fin précède la date de début. Corrigez l’une des deux.';
    expect(answer?.status).toBe(400);
    expect(answer?.body.errors).toEqual([{ pointer, code: 'dates-out-of-order', detail }]);
  });
});
