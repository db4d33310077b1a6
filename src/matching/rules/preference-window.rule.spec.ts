import { describe, expect, it } from '@jest/globals';
import { someFacts, TODAY } from '../facts.builders.ts';
import type { CandidateFacts } from '../facts.ts';
import { advertised, aRule } from '../law/law.builders.ts';
import { lawOf } from '../law/law-rule.ts';
import { preferenceWindow } from './preference-window.rule.ts';
import type { Result } from './rule.ts';

const thirty = aRule('preference-window', { days: 30 }, { state: 'FR' });

const check = (fromOn: string | null, candidate: Partial<CandidateFacts> = {}): Result =>
  preferenceWindow.check(
    someFacts({
      vacancy: { advertising: fromOn === null ? [] : advertised(fromOn) },
      candidate,
      state: { law: lawOf([thirty], 'FR', TODAY) },
    }),
  );

describe('a window of thirty days for people with preference', () => {
  it('shows others from day 31 on, and says until when they wait', () => {
    expect(check('2026-05-16')).toMatchObject({ verdict: 'pass', reason: { code: 'window-over' } });
    expect(check('2026-05-17')).toMatchObject({
      verdict: 'wait',
      until: '2026-06-16',
      reason: { code: 'window-open', params: { until: '2026-06-16', days: 30 } },
    });
  });

  it('has not begun while the vacancy is not advertised', () => {
    expect(check(null)).toMatchObject({ verdict: 'exclude', reason: { code: 'window-not-begun' } });
  });

  it.each([{ nationalities: ['ES'] }, { residencePermits: ['FR'] }, { euFamilyMember: true }])(
    'does not concern people with preference: %j',
    (person) => {
      expect(check(null, person)).toMatchObject({ verdict: 'pass' });
    },
  );
});

describe('windows of the Union, of a state and of a part of it', () => {
  const windows = [
    aRule('preference-window', { days: 90 }),
    aRule('preference-window', { days: 5 }, { state: 'FR' }),
    aRule('preference-window', { days: 60 }, { state: 'FR', region: 'FR1' }),
  ];
  const law = lawOf(windows, 'FR', TODAY);
  const daysAt = (regions: string[]) => {
    const vacancy = { regions, advertising: advertised(TODAY) };
    return preferenceWindow.check(someFacts({ vacancy, state: { law } })).reason.params['days'];
  };

  it('apply only if no narrower window does', () => {
    expect([daysAt(['FRL0']), daysAt(['FR101'])]).toEqual([5, 60]);
  });

  it('must all be over if the work is or may be in both places', () => {
    expect([daysAt(['FRL0', 'FR101']), daysAt(['FR']), daysAt([])]).toEqual([60, 60, 60]);
  });
});

describe('a state without a window', () => {
  it('lets everybody be shown at once', () => {
    expect(preferenceWindow.check(someFacts())).toMatchObject({ reason: { code: 'no-window' } });
  });
});
