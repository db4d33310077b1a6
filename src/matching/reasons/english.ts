/**
 * English; `{name}` stands for a parameter, and `..._candidate` is said to the person themselves.
 * Nothing here tells of other people.
 */
export const english = {
  'vacancy-open': 'The vacancy is open.',
  'vacancy-closed': 'The vacancy is closed.',
  'vacancy-expired': 'Applications were taken until {on}.',
  'of-age': 'Of age when the work starts.',
  'under-age': 'Under 18 until {until}.',
  'under-age_candidate': 'You can be put forward from your eighteenth birthday on, {until}.',
  'birth-date-missing': 'The birth date is missing, so the age of majority cannot be checked.',
  'birth-date-missing_candidate':
    'Your birth date is missing, so it cannot be checked that you are of age. Give it to your agency.',
  'consent-given': 'Consented to be matched in this state.',
  'consent-missing': 'No consent to be matched is on record.',
  'consent-missing_candidate': 'You have not allowed us to match you. Your agency can record it.',
  'consent-withdrawn': 'The consent was withdrawn.',
  'consent-withdrawn_candidate': 'You withdrew your consent, so you are not matched any more.',
  'consent-expired': 'The consent has expired; it holds for 12 months.',
  'consent-expired_candidate':
    'Your consent has expired; it holds for 12 months. You can give it again.',
  'consent-not-for-state': 'The consent does not cover {state}.',
  'consent-not-for-state_candidate': 'Your consent does not cover {state}. You can extend it.',
  'no-language-required': 'No language is required.',
  'languages-sufficient': 'Has the languages required.',
  'languages-missing': 'No languages are on record, or their use was not consented to.',
  'languages-missing_candidate':
    'Your languages are not on record, or you did not allow us to use them.',
  'language-absent': '{language} {level} is required; no {language} is on record.',
  'language-absent_candidate':
    'The vacancy asks for {language} at {level}; none is in your profile.',
  'language-too-low': '{language} {level} is required; {own} is on record.',
  'language-too-low_candidate':
    'The vacancy asks for {language} at {level}; your profile says {own}.',
  'not-subject-to-test': 'The labour-market test does not concern people with preference.',
  'not-advertised':
    'The vacancy was not advertised in the Community; {state} asks for {days} days ({citation}).',
  'test-running': 'The labour-market test of {state} runs until {until}: {days} days ({citation}).',
  'test-running_candidate':
    'The vacancy is open to people in the Union first. You are put forward from {until} on ({citation}).',
  'test-passed': 'Advertised since {since}; {state} asks for {days} days ({citation}).',
  'test-exempt': 'The vacancy needs no labour-market test in {state} ({citation}).',
  'no-test-required': 'No labour-market test is on record for {state}.',
  'ad-content-missing':
    'The advertisement lacks what {state} asks it to tell, so it does not count ({citation}).',
  'advertised-too-short':
    'The vacancy was not advertised long enough; {state} asks for {days} days ({citation}).',
  'test-expired': 'The advertising lies too far back for {state}: advertise again ({citation}).',
  'job-centre-not-asked':
    'The job centre was not asked; {state} waits for its answer for {days} days ({citation}).',
  'local-worker-available': 'The job centre of {state} has somebody available ({citation}).',
  'no-window': 'No window for people with preference holds this person back.',
  'window-over': 'The {days} days for people with preference alone are over ({citation}).',
  'window-open': 'Only people with preference are shown until {until} ({citation}).',
  'window-open_candidate':
    'Only people in the Union are shown at first. You are put forward from {until} on ({citation}).',
  'window-not-begun':
    'The {days} days for people with preference have not begun: advertise first ({citation}).',
  'has-preference': 'Comes first under Community preference.',
  'fit-domestic-candidate-left':
    'A fit candidate with Community preference is left for this vacancy.',
  'fit-domestic-candidate-left_candidate':
    'The law asks the employer to look at fit people in the Union first. You are not out of the running.',
  'no-fit-domestic-candidate-left': 'No fit candidate with Community preference is left.',
  'not-subject-to-pressed-sectors': 'Pressed sectors do not concern people with preference.',
  'no-pressed-sector': 'In no sector that the partner country named as pressed.',
  'pressed-sector': '{country} named {sector} as a pressed sector since {since}: {reason}.',
  'pressed-sector_candidate':
    '{country} asks that people in {sector} are not recruited from abroad, since {since}: {reason}. You may still apply directly.',
  'pressed-sector-closed':
    '{country} named {sector} as a pressed sector since {since}: {reason}. Applying directly is closed as well.',
  'outflow-cap-reached':
    'The cap that {country} set on departures for {sector} is reached: {reason}.',
  'exception-used-up':
    '{country} named {sector} as pressed since {since}; the agreement that re-opened it has no seat left.',
  'sector-reopened':
    '{country} named {sector} as pressed, but an agreement between the governments re-opens it.',
  'not-safeguarded': 'No list protects the workforce of the country for this work.',
  safeguarded: 'People from {country} are not recruited actively for this work ({citation}).',
  safeguarded_candidate:
    'For this work nobody is recruited actively from {country} ({citation}). You may still apply directly.',
  'circular-exemption': '{country} named {sector} as pressed, but exempts circular schemes.',
  'no-partnership-needed': 'Needs no partnership.',
  'association-law': 'Comes under the EU-Turkey association.',
  'partnership-in-force': 'A mobility partnership with {country} is in force.',
  'no-partnership': 'No mobility partnership between {country} and {state} favours this person.',
  'no-partnership_candidate':
    'Between {country} and {state} there is no mobility partnership under which you can be put forward.',
  'no-quota-needed': 'Needs no reserved seat.',
  'quota-has-seats': 'Seats are left in the national offer for {country}.',
  'quota-full': 'The national offer for {country} is full.',
  'no-quota-offered': 'No national offer for {country} covers this vacancy.',
  'assignment-placed': 'Proposed for this place.',
  'assignment-placed-elsewhere': 'Proposed for a place that the person would rather have.',
  'assignment-later-tier': 'People who come first under Community preference fill the places.',
  'assignment-not-returned': 'People who came and returned before fill the places.',
  'assignment-lower-score': 'People with a higher score fill the places.',
  'assignment-drawn-later': 'Among equals, others were drawn first.',
  'assignment-offer-full': 'No seat of a national offer is left for this place.',
  'assignment-offer-closed':
    'A national offer could give no further seat without breaking another.',
  'no-quota-agreed': 'The partnership with {country} works without quotas.',
};

/** The codes that have a sentence, and those said to the person themselves. */
export type Sentences = Readonly<Record<keyof typeof english, string>>;
