import { describe, expect, it } from '@jest/globals';
import { readJobTechAd } from './jobtech-ad-json.ts';
import { isNavAd, readNavAd } from './nav-ad-json.ts';

const swedish = (known: object) => ({
  id: '24',
  headline: 'Sjuksköterska',
  employer: { name: 'Region' },
  workplace_address: { region_code: '01' },
  ...known,
});

describe('an ad of the Swedish service', () => {
  it.each([
    [{ duration: { label: 'Tills vidare' } }, 'DirectHire'],
    [{ duration: { label: 'Tillsvidare' } }, 'DirectHire'],
    [{ employment_type: { label: 'Tillsvidareanställning (inkl. eventuell provanställning)' } }, 'DirectHire'],
    [{ employment_type: { label: 'Tidsbegränsad anställning' } }, 'Temporary'],
    [{ duration: { label: '3 månader – upp till 6 månader' } }, 'Temporary'],
    [{ employment_type: { label: 'Säsongsanställning' }, duration: { label: 'Tills vidare' } }, 'Seasonal'],
  ])('offers work of the kind of %j', (known, offering) => {
    expect(readJobTechAd(swedish(known)).draft?.offering).toBe(offering);
  }); // prettier-ignore

  it.each([
    [{ min: 50, max: 75 }, 'PartTime'],
    [{ min: 75, max: 100 }, 'Any'],
    [{ min: 100, max: 100 }, 'FullTime'],
    [{ min: null, max: null }, null],
  ])('without a kind of hours has those of its scope %j', (scope_of_work, schedule) => {
    const ad = swedish({ scope_of_work, working_hours_type: { label: null } });
    expect(readJobTechAd(ad).draft?.schedule).toBe(schedule);
  });

  it('has the occupation that the archive writes as a list', () => {
    const ad = swedish({ occupation_group: [{ legacy_ams_taxonomy_id: '2221' }] });
    expect(readJobTechAd(ad).draft?.isco).toEqual(['2221']);
  });

  it('asks for no skill without a name, and ends if it is removed, whatever is wrong with it', () => {
    const skills = [{ label: null }, { label: 'HLR' }];
    const { draft } = readJobTechAd(swedish({ must_have: { skills } }));
    expect(draft?.skills).toEqual([{ uri: null, label: 'HLR', essential: true }]);
    const removed = readJobTechAd(swedish({ removed: true, workplace_address: null }));
    expect(removed).toMatchObject({ draft: null, ended: { sourceAgency: 'AF', sourceId: '24' } });
  });

  it.each([true, 'true'])('ends without a remark if it says only that it is removed: %j', (removed) => {
    const ended = { sourceAgency: 'AF', sourceId: '24' };
    const read = readJobTechAd({ id: '24', removed });
    expect(read).toEqual({ draft: null, ended, findings: [] });
    expect(readJobTechAd(swedish({ removed })).draft?.status).toBe('withdrawn');
    expect(readJobTechAd(swedish({ removed: false, removed_date: '2019-03-04' })).draft?.status).toBe('open');
  }); // prettier-ignore
});

const norwegian = (known: object, properties: object = {}) => ({
  uuid: 'u-1',
  title: 'Sykepleier',
  status: 'ACTIVE',
  employer: { name: 'Sykehus' },
  locationList: [{ country: 'NORGE' }],
  properties,
  ...known,
});

describe('an ad of the Norwegian service', () => {
  it.each(['DELETED', 'STOPPED', 'INACTIVE'])(
    'ends if it is sent as %s, whatever is wrong with it',
    (status) => {
      const { draft, ended, findings } = readNavAd(norwegian({ status, title: null, employer: null }));
      expect([draft, ended]).toEqual([null, { sourceAgency: 'NAV', sourceId: 'u-1' }]);
      expect(findings.filter(({ severity }) => severity === 'reject')).toEqual([]);
    },
  ); // prettier-ignore

  it('ends without a remark if it has nothing but its status', () => {
    const stopped = { uuid: 'u-1', status: 'STOPPED', title: null };
    const ended = { sourceAgency: 'NAV', sourceId: 'u-1' };
    expect([isNavAd(stopped), readNavAd(stopped)]).toEqual([
      true,
      { draft: null, ended, findings: [] },
    ]);
  });

  it.each([
    ['ACTIVE', 'open'],
    ['active', 'open'],
    [null, 'open'],
    ['INACTIVE', 'closed'],
    ['Inactive', 'closed'],
    ['DELETED', 'withdrawn'],
  ])('with the status %s is %s', (status, read) => {
    expect(readNavAd(norwegian({ status })).draft?.status).toBe(read);
  });

  it.each([
    ['Troms - Romsa - Tromssa', 'NO072'],
    ['TRØNDELAG/TRÖÖNDELAGE', 'NO060'],
    ['Finnmark - Finnmárku - Finmarkku', 'NO073'],
  ])('lies in the region of a county with several names: %s', (county, nuts) => {
    const { draft } = readNavAd(norwegian({ locationList: [{ country: 'Norway', county }] }));
    expect(draft?.locations).toMatchObject([{ country: 'NO', nuts }]);
  });

  it.each([
    ['["Heltid","Deltid"]', 'Any'],
    [['Deltid', 'Heltid'], 'Any'],
    ['Deltid', 'PartTime'],
  ])('has the hours of %j', (extent, schedule) => {
    expect(readNavAd(norwegian({}, { extent })).draft?.schedule).toBe(schedule);
  });

  it('has the working languages of a list in JSON text, and ESCO occupations', () => {
    const code = 'http://data.europa.eu/esco/occupation/f2b15a0e-e65a-438a-affb-29b9d50b77d1';
    const categoryList = [{ categoryType: 'ESCO', code }];
    const { draft } = readNavAd(norwegian({ categoryList }, { workLanguage: '["Norsk","Engelsk"]' }));
    expect(draft).toMatchObject({ esco: [code], workingLanguages: ['no', 'en'] });
  }); // prettier-ignore
});
