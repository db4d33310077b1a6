/**
 * English. `{name}` stands for a parameter; `..._candidate` addresses the candidate. No sentence
 * mentions other people.
 */
export const english = {
  'vacancy-open': 'The vacancy is open.',
  'vacancy-closed': 'The vacancy is closed.',
  'vacancy-expired': 'The last day for applications was {on}.',
  'of-age': 'The candidate will be of age when the work starts.',
  'of-age_candidate': 'You will be of age when the work starts.',
  'under-age': 'The candidate is a minor and comes of age on {until}.',
  'under-age_candidate': 'You can be put forward from your 18th birthday, {until}.',
  'birth-date-missing': 'The date of birth is missing, so the age of majority cannot be verified.',
  'birth-date-missing_candidate':
    'Your date of birth is missing, so it cannot be verified that you are of age. Give it to your agency.',
  'consent-given': 'The candidate has consented to be matched in this state.',
  'consent-given_candidate': 'You have consented to be matched in this state.',
  'consent-missing': 'No consent to be matched is on record.',
  'consent-missing_candidate':
    'Your consent to be matched is not on record. Your agency can record it.',
  'consent-withdrawn': 'The candidate has withdrawn their consent.',
  'consent-withdrawn_candidate':
    'You have withdrawn your consent, so you are no longer matched. You can give it again.',
  'consent-expired': 'The consent has expired: consent holds for 12 months.',
  'consent-expired_candidate':
    'Your consent has expired: consent holds for 12 months. You can give it again.',
  'consent-not-for-state': 'No valid consent covers {state}.',
  'consent-not-for-state_candidate':
    'You have no valid consent for {state}. You can extend your consent to it.',
  'no-language-required': 'The vacancy requires no particular language.',
  'languages-sufficient': 'The candidate has the required languages at the required levels.',
  'languages-sufficient_candidate':
    'You have the languages that the vacancy requires, at the required levels.',
  'languages-missing':
    'No languages are on record, or the candidate has not consented to their use.',
  'languages-missing_candidate':
    'Your languages are not on record, or you have not consented to their use. Your agency can complete your file.',
  'language-absent': 'The vacancy requires {language} {level}; no {language} is on record.',
  'language-absent_candidate':
    'The vacancy requires {language} at level {level}; your profile does not mention {language}.',
  'language-too-low': 'The vacancy requires {language} {level}; {own} is on record.',
  'language-too-low_candidate':
    'The vacancy requires {language} at level {level}; your profile states {own}.',
  'not-subject-to-test':
    'The labour-market test does not apply to people with Community preference.',
  'not-advertised':
    'The vacancy has not been advertised as {state} requires; the required period is {days} ({citation}).',
  'test-running':
    'The labour-market test of {state} ends on {until} at the earliest; it requires {days} ({citation}).',
  'test-running_candidate':
    'The vacancy is open first to people with Community preference, such as citizens of the Union. You can be put forward from {until} at the earliest ({citation}).',
  'test-passed':
    'The labour-market test of {state} is passed: it began on {since} and requires {days} ({citation}).',
  'test-exempt': 'The vacancy is exempt from the labour-market test in {state} ({citation}).',
  'no-test-required':
    'No rule on record requires a labour-market test for this vacancy in {state}.',
  'ad-content-missing':
    'The advertisement lacks information that {state} requires, so it does not count ({citation}).',
  'advertised-too-short':
    'The vacancy was not advertised for long enough; {state} requires {days} ({citation}).',
  'test-expired':
    'The advertising is too old to count in {state}; the employer has to advertise the vacancy again ({citation}).',
  'job-centre-not-asked':
    'The job centre has not been asked. In {state}, the employer has to ask it first and allow it {days} to answer ({citation}).',
  'local-worker-available': 'The job centre of {state} has named an available worker ({citation}).',
  'no-window': 'No period reserved for people with Community preference holds this candidate back.',
  'no-window_candidate': 'No period reserved for people with Community preference holds you back.',
  'window-over':
    'The period of {days} reserved for people with Community preference is over ({citation}).',
  'window-open':
    'Before {until}, only people with Community preference are presented to the employer ({citation}).',
  'window-open_candidate':
    'At first, only people with Community preference, such as citizens of the Union, are presented to the employer. You can be put forward from {until} at the earliest ({citation}).',
  'window-not-begun':
    'The period of {days} reserved for people with Community preference has not begun; the employer has to advertise the vacancy first ({citation}).',
  'has-preference': 'The candidate has Community preference and comes first.',
  'has-preference_candidate':
    'You have Community preference: you are considered before people from outside the Union.',
  'fit-domestic-candidate-left':
    'A suitable candidate with Community preference is still available for this vacancy.',
  'fit-domestic-candidate-left_candidate':
    'Suitable people with Community preference, such as citizens of the Union, have to be considered first. You remain under consideration.',
  'no-fit-domestic-candidate-left':
    'No suitable candidate with Community preference is left for this vacancy.',
  'not-subject-to-pressed-sectors':
    'The limits on pressed sectors do not apply to people with Community preference.',
  'no-pressed-sector': 'No sector that the partner country has listed as pressed is concerned.',
  'no-pressed-sector_candidate': 'No sector that your country has listed as pressed is concerned.',
  'pressed-sector': '{country} has listed {sector} as a pressed sector since {since}: {reason}.',
  'pressed-sector_candidate':
    '{country} has asked since {since} that people in this sector ({sector}) not be actively recruited for work abroad: {reason}. You may still apply directly.',
  'pressed-sector-closed':
    '{country} has listed {sector} as a pressed sector since {since}: {reason}. Direct applications are closed as well.',
  'outflow-cap-reached':
    'The yearly cap that {country} set on departures has been reached for {sector}: {reason}.',
  'exception-used-up':
    '{country} has listed {sector} as a pressed sector since {since}; the agreement that reopened it has no seat left.',
  'sector-reopened':
    '{country} has listed {sector} as a pressed sector, but an agreement between the governments reopens it.',
  'not-safeguarded': 'No safeguard list stands in the way of recruitment for this work.',
  safeguarded: 'People from {country} are not actively recruited for this work ({citation}).',
  safeguarded_candidate:
    'People from {country} are not actively recruited for this work ({citation}). You may still apply directly.',
  'sector-not-ruled-out':
    '{country} has closed {sector} since {since} ({reason}), and the codes on record do not rule out that this work lies there. More exact codes decide it.',
  'sector-not-ruled-out_candidate':
    'Your country ({country}) has closed {sector} since {since} ({reason}), and the codes on record do not rule out that this work lies there. Your agency or the employer can state more exact ones.',
  'safeguard-not-ruled-out':
    'People from {country} are not actively recruited for protected work ({citation}), and the codes on record do not rule out that this is such work. More exact codes decide it.',
  'safeguard-not-ruled-out_candidate':
    'People from {country} are not actively recruited for protected work ({citation}), and the codes on record do not rule out that this is such work. Your agency or the employer can state more exact ones.',
  'region-not-ruled-out':
    'The yearly cap that {country} set on departures from a region has been reached for {sector} ({reason}), and the region of residence is not on record.',
  'region-not-ruled-out_candidate':
    'The yearly cap that your country ({country}) set on departures from a region has been reached for {sector} ({reason}), and the region where you live is not on record. Your agency can add it.',
  'circular-exemption':
    '{country} has listed {sector} as a pressed sector, but exempts circular migration.',
  'no-partnership-needed': 'The candidate needs no mobility partnership.',
  'no-partnership-needed_candidate': 'You need no mobility partnership to be put forward.',
  'association-law': 'The candidate comes under the EU-Turkey association.',
  'association-law_candidate': 'You come under the EU-Turkey association.',
  'partnership-in-force': 'A mobility partnership with {country} is in force.',
  'no-partnership':
    'No mobility partnership applies to this candidate for this vacancy ({country}, {state}).',
  'no-partnership_candidate':
    'No mobility partnership allows you to be put forward for this vacancy ({country}, {state}).',
  'favour-withdrawn':
    '{country} has excluded this sector from favourable treatment: {sector}. The partnership therefore does not apply to this candidate for this vacancy.',
  'favour-withdrawn_candidate':
    'Your country ({country}) has excluded this sector from favourable treatment: {sector}. Its partnership therefore does not allow you to be put forward for this vacancy.',
  'preference-ends':
    'The right by which the candidate was proposed does not last until the first day of work, {on}.',
  'preference-ends_candidate':
    'Your right to work in this state does not last until the first day of work, {on}. Your agency can record its renewal.',
  'no-quota-needed': 'The candidate needs no reserved seat.',
  'no-quota-needed_candidate': 'You need no reserved seat.',
  'quota-has-seats': 'Every national offer for {country} that covers this vacancy has seats left.',
  'quota-full': 'A national offer for {country} that covers this vacancy is full.',
  'no-quota-offered': 'No national offer for {country} covers this vacancy.',
  'assignment-placed': 'Proposed for this vacancy.',
  'assignment-placed-elsewhere': 'Proposed for another vacancy, which the candidate prefers.',
  'assignment-later-tier':
    'Others are proposed for all positions: they come first under Community preference.',
  'assignment-not-returned':
    'Others are proposed for all positions: at equal preference, people who came before and returned home come first.',
  'assignment-lower-score':
    'Others are proposed for all positions: at equal preference, the higher score comes first.',
  'assignment-drawn-later':
    'Others are proposed for all positions: all else being equal, the draw decided.',
  'assignment-offer-full': 'A national offer that covers this vacancy has no seat left.',
  'assignment-offer-closed':
    'A national offer that covers this vacancy could give no further seat without conflicting with another.',
  'no-quota-agreed': 'The partnership with {country} sets no quotas.',
  'all-work': 'all work',
  stateless: 'Stateless',
  'part-occupation': 'occupation',
  'part-skills': 'skills',
  'part-languages': 'languages',
  'part-experience': 'experience',
  'part-education': 'education',
  'part-licences': 'driving licences',
  'part-wishes': 'wishes',
  'part-availability': 'availability',
  'occupation-of-vacancy-unknown': 'no occupation requested',
  'occupation-of-person-unknown': 'no occupation on record',
  'skills-of-vacancy-unknown': 'no skills requested',
  'skills-of-person-unknown': 'no skills on record',
  'languages-of-vacancy-unknown': 'no language requested',
  'languages-of-person-unknown': 'no languages on record',
  'experience-of-vacancy-unknown': 'no occupation requested',
  'experience-of-person-unknown': 'no years of experience on record',
  'education-of-vacancy-unknown': 'no level requested',
  'education-of-person-unknown': 'no level on record',
  'licences-of-vacancy-unknown': 'no driving licence requested',
  'licences-of-person-unknown': 'no driving licence on record',
  'wishes-of-vacancy-unknown': 'no pay to compare',
  'wishes-of-person-unknown': 'no wishes stated',
  'availability-of-person-unknown': 'no dates on record',
  'detail-isco': 'ISCO {ownCode} (requested: {askedCode})',
  'detail-isco-asked': 'ISCO {ownCode}, as requested',
  'detail-same': 'the same occupation in ESCO',
  'detail-narrower': 'a more specific occupation in ESCO',
  'detail-broader': 'a broader occupation in ESCO',
  'detail-sibling': 'a closely related occupation in ESCO',
  'detail-shared-skills': '{percent} % of the essential skills in common (ESCO)',
  'detail-other-field': 'another field of work',
  'detail-skills-essential': '{own} of {asked} essential',
  'detail-skills-optional': '{own} of {asked} optional',
  'detail-skills-near': '{near} closely related',
  'detail-lacking': 'missing: {lacking}',
  'detail-languages': '{own} of {asked} at the requested level',
  'detail-language-short': '{language} below the requested level in {dimensions}',
  'detail-experience': '{years} (expected: {asked})',
  'detail-recent-experience':
    '{years} (expected: {asked}), counted as {counted} because it is recent',
  'detail-level': 'EQF level {own} (requested: {asked})',
  'detail-level-and-field':
    'EQF level {own} (requested: {asked}), field ISCED-F {ownCode} (requested: {askedCode})',
  'detail-licences': '{own} of {asked} held',
  'detail-wishes-met': 'met: {wishes}',
  'detail-wishes-unmet': 'not met: {wishes}',
  'detail-wishes-beside-pay': 'no pay to compare',
  'detail-free-from': 'available from {from}',
  'detail-free-until': 'available until {until}',
  'detail-free-between': 'available from {from} until {until}',
  'wish-country': 'country',
  'wish-occupation': 'occupation',
  'wish-permit': 'work permit category',
  'wish-pay': 'pay',
  listening: 'listening',
  reading: 'reading',
  spokenInteraction: 'spoken interaction',
  spokenProduction: 'spoken production',
  writing: 'writing',
  'precedence-returned':
    'verified return home after an earlier stay, so first in the preference group',
  'precedence-trained': 'trained for this work, so ahead of others in the preference group',
  'unlock-language': '{language} {level} would open {vacancies}.',
  'unlock-language-partly': '{language} {level} in {dimensions} would open {vacancies}.',
  'unlock-consent': 'Consent to be matched in {state} would open {vacancies}.',
  // Separators: between a name and its description, between items, and between lists.
  colon: ': ',
  comma: ', ',
  semicolon: '; ',
};

/** The sentences by code, including those that address the candidate. */
export type Sentences = Readonly<Record<keyof typeof english, string>>;
