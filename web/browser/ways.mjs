// Addresses of the matrix of access under which a role of theirs is shown no page in the demonstration, each with the
// reason, and with the test that looks at it all the same where there is one. One that is shown fails.

const ROOMS = { '/clinic': ['clinician', 'second-clinician', 'data-protection-officer'], '/guardian': ['guardian'],
  '/legal': ['legal'], '/safeguarding': ['safeguarding'], '/review': ['reviewer'] }
const rooms = (below, why, but = [], more = {}) => Object.entries(ROOMS)
  .map(([base, roles]) => ({ route: `${base}/cases/{id}${below}`, roles: roles.filter((role) => !but.includes(role)), why, ...more }))
  .filter(({ roles }) => roles.length)
const file = { file: true, why: 'a file' }

export const NOT_SHOWN = [
  { route: '/assets/{*name}', ...file },
  { route: '/language', file: true, why: 'leads back to where one came from: welsh.test.mjs' },
  { route: '/cy/person', file: true, why: 'leads to the person’s page in Welsh: breach.rs' },
  { route: '/officer/{id}/receipts/{n}', ...file },
  { route: '/reports/{id}/receipts/{n}', ...file },
  ...rooms('/receipts/{n}/file', 'a file', [], file),
  { route: '/account/password', file: true, why: 'asks for a proof first, also of whoever has just signed in: looked at in passkey.test.mjs' },
  { route: '/account/passkeys/new', why: 'a demonstration lives under a number, where there are no passkeys: looked at in passkey.test.mjs' },
  { route: '/account/passkeys/{id}', why: 'as above' },
  { route: '/sign-in/organisation', why: 'no organisation of a demonstration has a provider: organisations.test.mjs' },
  { route: '/sign-in/organisation/back', why: 'as above' },
  ...rooms('/receipts/{n}', 'full openings are for guardian and reviewer', ['guardian', 'reviewer']),
  ...rooms('/facts', 'they supply none', ['clinician', 'legal', 'safeguarding']),
  ...rooms('/facts/{section}', 'they supply none', ['clinician', 'legal', 'safeguarding']),
  ...rooms('/propose', 'they propose nothing', ['clinician', 'guardian']),
  ...rooms('/propose/{outcome}', 'they propose nothing', ['clinician', 'guardian']),
  ...rooms('/propose/{outcome}/{basis}', 'they propose nothing', ['clinician', 'guardian']),
  ...rooms('/telephone/{n}', 'they write down nobody’s approval', ['clinician', 'guardian']),
  ...rooms('/{act}', 'nothing to do that is of no proposal', ['clinician', 'second-clinician', 'data-protection-officer', 'guardian', 'legal', 'safeguarding']),
  ...rooms('/{act}/{n}', 'nothing to do but give opinions', ['clinician', 'data-protection-officer', 'guardian', 'reviewer']),
  { route: '/clinic/cases/{id}/approve/{n}/{approval}', roles: ['data-protection-officer'], why: 'advises, never approves' },
  { route: '/review/cases/{id}/approve/{n}/{approval}', why: 'no proposal of the demonstration asks for it' },
  ...['/complete', '/duty/{basis}'].map((below) =>
    ({ route: `/reports/{id}${below}`, roles: ['clinician'], why: 'has made no report that lacks anything; these are the pages of a health worker' }))
]
