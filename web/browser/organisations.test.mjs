// Signing in through one's organisation, against a real provider and against one that lies: with a real browser, for which
// the providers are another site than the service (127.0.0.1 and localhost).

import { test, after } from 'node:test'
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { free } from './demonstration.mjs'
import { begin } from './people.mjs'
import { lyingProvider, realProvider } from './providers.mjs'

const SECRET = 'a secret of the trust and the service, and of nobody else'
const ports = [await free(), await free(), await free()]
const liar = await lyingProvider(ports[1])
let real
const client = (url) => ({
  client_id: 'candour-force',
  token_endpoint_auth_method: 'none',
  redirect_uris: [`${url}/sign-in/organisation/back`],
  grant_types: ['authorization_code'],
  response_types: ['code'],
  id_token_signed_response_alg: 'ES256',
  backchannel_logout_uri: `${url}/sign-in/organisation/ended`,
  backchannel_logout_session_required: false
})
const {
  url, codes, stop, database, somebody, accessible, submit, go, signOut, main, showCode, enrolWithPasskey, ask, confirm
} = await begin('organisations', {
  more: (url, folder) => {
    writeFileSync(join(folder, 'trust.secret'), `${SECRET}\n`, { mode: 0o600 })
    return `
[[organisation]]
organisation = "force:thamesside"
name = "Fictive Constabulary"
issuer = "http://127.0.0.1:${ports[0]}"
client_id = "candour-force"
phishing_resistant_acr = ["phr"]

[[organisation]]
organisation = "trust:northern-trust"
name = "Northern Fictive Trust"
issuer = "http://127.0.0.1:${ports[1]}"
client_id = "candour-trust"
client_secret_file = "trust.secret"
phishing_resistant_acr = ["phr"]
second_factor_amr = ["mfa"]

[[organisation]]
organisation = "force:silent"
name = "Silent Constabulary"
issuer = "http://127.0.0.1:${ports[2]}"
client_id = "candour"
phishing_resistant_acr = ["phr"]

[[organisation]]
organisation = "force:other"
name = "Other Constabulary"
issuer = "http://127.0.0.1:${ports[1]}/other"
client_id = "candour"

[[organisation]]
organisation = "force:plain"
name = "Plain Constabulary"
issuer = "http://127.0.0.1:${ports[1]}/plain"
client_id = "candour"
`
  }
})
real = await realProvider(ports[0], client(url))
after(async () => {
  await stop()
  await real.stop()
  await liar.stop()
})

const people = {}
const TOO_WEAK = /did not say that you used a strong enough method[\s\S]*Nothing was changed/
const NOT_PROVEN = /We could not check the answer/

/** At the real provider: who they are, and how they show it. */
async function there (page, sub, acr, button = 'Sign in') {
  await page.waitForURL(`${real.issuer}/interaction/**`)
  await page.fill('[name=sub]', sub)
  await page.fill('[name=acr]', acr)
  await page.click(`button:has-text("${button}")`)
  await page.waitForURL((at) => at.href.startsWith(url) && !at.pathname.endsWith('/back'))
}

async function choose (page, name) {
  await page.goto(`${url}/sign-in`)
  if (page.url() !== `${url}/sign-in`) {
    await signOut(page)
    await page.goto(`${url}/sign-in`)
  }
  await Promise.all([page.waitForNavigation(), page.click('button:has-text("Sign in with your organisation")')])
  await page.check(`label:has-text("${name}")`)
  await page.click('main form button[type=submit]')
}

async function throughForce (page, sub, acr) {
  await choose(page, 'Fictive Constabulary')
  await there(page, sub, acr)
}

/** The provider that lies asks nothing, and leads back at once. */
async function throughTrust (page) {
  await choose(page, 'Northern Fictive Trust')
  await page.waitForURL((at) => at.href.startsWith(url) && !['/sign-in/organisation', '/sign-in/organisation/back'].includes(at.pathname))
}

async function invite (name, title, role, place) {
  await ask(people.ada, '/admin/invite', { title, name, role, place, same_as: '', said: 'Their office.' })
  return confirm(people.ben, title)
}

const older = (name, seconds) => database(`UPDATE sessions SET proved = proved - ${seconds} WHERE account = (SELECT account FROM accounts WHERE name = '${name}')`)

test('whoever two administrators let in may enrol with their organisation’s sign-in, where it shows enough', async () => {
  people.ada = await somebody()
  await enrolWithPasskey(people.ada, 'a.first', codes['a.first'])
  people.ben = await somebody()
  await enrolWithPasskey(people.ben, 'b.second', codes['b.second'])
  for (const [sort, title, id, more] of [
    ['trust', 'Northern Fictive Trust', 'northern-trust', {}],
    ['unit', 'London unit', 'london', { trust: 'northern-trust' }],
    ['force', 'Fictive Constabulary', 'thamesside', {}]
  ]) {
    await ask(people.ada, '/admin/organisation', { sort, title, id, nation: 'england', said: 'Known to us.', ...more })
    await confirm(people.ben, title)
  }
  const code = await invite('o.officer', 'Otto Officer', 'officer', 'force:thamesside')
  const otto = people.otto = await somebody()
  await showCode(otto, 'o.officer', code)
  await accessible(otto, 'choosing')
  await otto.click('form[action="/enrol/organisation"] button')
  await there(otto, 'otto', '')
  assert.match(await main(otto), TOO_WEAK)
  await accessible(otto, 'too weak')
  assert.equal(database('SELECT COUNT(*) FROM organisation_links'), '[(0,)]\n')

  await otto.click('button:has-text("Try again")')
  await there(otto, 'otto', 'phr')
  assert.equal(otto.url(), `${url}/officer`)
  const asked = real.asked.at(-1)
  for (const [name, value] of Object.entries({ prompt: 'login', acr_values: 'phr', scope: 'openid', code_challenge_method: 'S256', response_type: 'code' })) {
    assert.equal(asked[name], value, name)
  }
  await otto.goto(`${url}/account`)
  assert.match(await main(otto), /You come in through Fictive Constabulary/)
  assert.equal(await otto.locator('a[href="/account/passkeys/new"]').count(), 0)
  await accessible(otto, 'account')
  await signOut(otto)

  // The code is used; a Guardian is not offered it; and whom a provider means opens one account.
  await showCode(otto, 'o.officer', code)
  assert.match(await main(otto), /do not go together/)
  const guardian = await somebody()
  await showCode(guardian, 'g.guardian', await invite('g.guardian', 'Gita Guardian', 'guardian', 'trust:northern-trust'))
  assert.equal(await guardian.locator('form[action="/enrol/organisation"]').count(), 0)
  const second = await somebody()
  await showCode(second, 's.supervisor', await invite('s.supervisor', 'Sue Supervisor', 'supervisor', 'force:thamesside'))
  await second.click('form[action="/enrol/organisation"] button')
  await there(second, 'otto', 'phr')
  assert.match(await main(second), /belongs to another account/)
  await accessible(second, 'taken')
})

test('an officer comes in with what cannot be passed on, and with nothing less; without scripts too', async () => {
  const { otto } = people
  await otto.goto(`${url}/sign-in`)
  await accessible(otto, 'signing in')
  await Promise.all([otto.waitForNavigation(), otto.click('button:has-text("Sign in with your organisation")')])
  await accessible(otto, 'which organisation')
  await submit(otto)
  assert.match(await main(otto), /Which organisation/)
  for (const acr of ['', 'mfa']) {
    await throughForce(otto, 'otto', acr)
    assert.match(await main(otto), TOO_WEAK, acr)
  }
  await throughForce(otto, 'nobody', 'phr')
  assert.match(await main(otto), /no account here is opened by that/)
  await accessible(otto, 'unknown')
  await throughForce(otto, 'otto', 'phr')
  assert.equal(otto.url(), `${url}/officer`)
  await signOut(otto)

  const plain = await somebody({ javaScriptEnabled: false })
  await choose(plain, 'Fictive Constabulary')
  await plain.waitForURL(`${real.issuer}/interaction/**`)
  await plain.fill('[name=sub]', 'otto')
  await plain.fill('[name=acr]', 'phr')
  await plain.click('button:has-text("Sign in")')
  await plain.waitForURL('**/sign-in/organisation/back?**')
  // Led here by another site, the browser has sent no session along; the next step is of our own.
  assert.match(await main(plain), /One step more/)
  await submit(plain)
  assert.equal(plain.url(), `${url}/officer`)
  await plain.goto(`${url}/officer`)
  assert.equal(plain.url(), `${url}/officer`)
})

test('a page that is on the way says where it leads, and forms go nowhere but to us', async () => {
  const page = await somebody()
  const answer = await page.request.post(`${url}/sign-in/organisation`, { form: { organisation: 'force:thamesside' }, headers: { origin: url }, maxRedirects: 0 })
  assert.equal(answer.status(), 200)
  assert.match(answer.headers()['content-security-policy'], /form-action 'self';/)
  const cookie = answer.headers()['set-cookie']
  assert.match(cookie, /^candour-organisation=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=1800$/)
  assert.match(answer.headers().refresh, /^0; url=http:\/\/127\.0\.0\.1/)
  await page.setContent((await answer.text()).replaceAll('"/assets/', `"${url}/assets/`))
  await accessible(page, 'going')
  // From elsewhere nothing begins.
  const foreign = await page.request.post(`${url}/sign-in/organisation`, { form: { organisation: 'force:thamesside' }, headers: { origin: real.issuer } })
  assert.equal(foreign.status(), 403)
})

test('who broke off, or has no way, is told what to do, and never in the provider’s words', async () => {
  const { otto } = people
  await choose(otto, 'Fictive Constabulary')
  await otto.waitForURL(`${real.issuer}/interaction/**`)
  await otto.click('button:has-text("Cancel")')
  await otto.waitForURL('**/sign-in/organisation/back?**')
  assert.match(await main(otto), /broken off/)
  assert.doesNotMatch(await otto.content(), /WORDS OF THE PROVIDER/)
  await accessible(otto, 'not let in')
  await otto.click('button:has-text("Try again")')
  await there(otto, 'otto', 'phr')
  assert.equal(otto.url(), `${url}/officer`)
})

test('an answer opens nothing in another browser, nor a second time', async () => {
  const { otto } = people
  await signOut(otto)
  const answered = new Promise((resolve) => otto.route('**/sign-in/organisation/done', (route) => {
    resolve(route.request().postData())
    return route.abort()
  }))
  await choose(otto, 'Fictive Constabulary')
  await otto.waitForURL(`${real.issuer}/interaction/**`)
  await otto.fill('[name=sub]', 'otto')
  await otto.fill('[name=acr]', 'phr')
  await otto.click('button:has-text("Sign in")')
  const taken = await answered
  await otto.unroute('**/sign-in/organisation/done')
  const send = (page) => page.request.post(`${url}/sign-in/organisation/done`, { data: taken, headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' }, maxRedirects: 0 })
  // The victim of a login that somebody else began.
  const victim = await somebody()
  await victim.goto(`${url}/sign-in/organisation/back?${taken}`)
  assert.match(await main(victim), /not begun in this browser/)
  await accessible(victim, 'not begun')
  assert.equal((await send(victim)).status(), 400)
  // Not even where they have begun one of their own.
  await choose(victim, 'Fictive Constabulary')
  await victim.waitForURL(`${real.issuer}/interaction/**`)
  assert.equal((await send(victim)).status(), 400)
  assert.equal((await send(otto)).status(), 303)
  assert.equal((await send(otto)).status(), 400)
})

test('in a trust a second factor lets somebody in, and counts for nothing that matters much', async () => {
  const cleo = people.cleo = await somebody()
  const code = await invite('c.clinician', 'Cleo Clinician', 'clinician', 'unit:london')
  liar.lie = { claims: () => ({ acr: undefined, amr: ['pwd', 'mfa'] }) }
  await showCode(cleo, 'c.clinician', code)
  await cleo.click('form[action="/enrol/organisation"] button')
  await cleo.waitForURL(`${url}/clinic`)
  const [exchanged] = liar.exchanged
  assert.ok(exchanged.matches, 'PKCE')
  assert.match(Buffer.from(exchanged.authorization.split(' ')[1], 'base64').toString(), /^candour-trust:a/)
  await signOut(cleo)
  liar.lie = { claims: () => ({ acr: 'unknown', amr: ['pwd'] }) }
  await throughTrust(cleo)
  assert.match(await main(cleo), TOO_WEAK)
  liar.lie = { claims: () => ({ acr: undefined, amr: ['pwd', 'mfa'] }) }
  await throughTrust(cleo)
  assert.equal(cleo.url(), `${url}/clinic`)

  // What matters asks, a moment after.
  await cleo.goto(`${url}/account/passkeys/new`)
  assert.match(cleo.url(), /\/account\/prove\?to=/)
  await accessible(cleo, 'proving')
  const show = async () => {
    await cleo.goto(`${url}/account/prove?to=/account/passkeys/new`)
    await cleo.click('button:has-text("Show it at Northern Fictive Trust")')
    await cleo.waitForURL((at) => at.href.startsWith(url) && !at.pathname.startsWith('/account/prove') && !at.pathname.endsWith('/back'))
  }
  await show()
  assert.match(await main(cleo), TOO_WEAK)
  liar.lie = { claims: () => ({ sub: 'somebody-else' }) }
  await show()
  assert.match(await main(cleo), /is not who is signed in here/)
  await accessible(cleo, 'somebody else')
  liar.lie = {}
  await show()
  assert.equal(cleo.url(), `${url}/account/passkeys/new`)
  assert.deepEqual([liar.asked.at(-1).max_age, liar.asked.at(-1).prompt, liar.asked.at(-1).acr_values], ['0', 'login', 'phr'])

  // One way in: no passkey beside it. The form was begun in time and sent too late, and nothing of it is lost.
  await cleo.fill('[name=label]', 'Typed "before" & <kept>')
  older('c.clinician', 3600)
  await go(cleo)
  assert.match(await main(cleo), /nothing that you typed is lost/)
  liar.lie = { claims: () => ({ acr: 'weak' }) }
  await cleo.click('button:has-text("Show it at Northern Fictive Trust")')
  await cleo.waitForURL('**/sign-in/organisation/done')
  assert.match(await main(cleo), TOO_WEAK)
  assert.equal(database('SELECT COUNT(*) FROM kept_forms'), '[(1,)]\n')
  liar.lie = {}
  await cleo.click('button:has-text("Try again")')
  await cleo.waitForSelector('text=What you typed is still here')
  assert.equal(database('SELECT COUNT(*) FROM kept_forms'), '[(0,)]\n')
  await submit(cleo)
  assert.match(await main(cleo), /one way in[\s\S]*Typed|Choose one way in/i)
  assert.equal(await cleo.inputValue('[name=label]'), 'Typed "before" & <kept>')
})

test('what was typed in a session that ended is there after the organisation’s sign-in', async () => {
  const { otto } = people
  await throughForce(otto, 'otto', 'phr')
  await otto.goto(`${url}/officer/enquiry`)
  await otto.fill('textarea >> nth=0', 'Typed while away.')
  database("UPDATE sessions SET expires = opened WHERE account = (SELECT account FROM accounts WHERE name = 'o.officer')")
  await submit(otto)
  assert.match(await main(otto), /session had ended[\s\S]*not lost/)
  await Promise.all([otto.waitForNavigation(), otto.click('button:has-text("Sign in with your organisation")')])
  assert.match(await main(otto), /not lost/)
  await accessible(otto, 'which organisation, with something kept')
  await otto.check('label:has-text("Fictive Constabulary")')
  await otto.click('main form button[type=submit]')
  await there(otto, 'otto', 'phr')
  assert.match(await main(otto), /What you typed is still here/)
  await submit(otto)
  assert.match(await otto.content(), /Typed while away\./)
})

test('a token that is not right in anything opens nothing', async () => {
  const { cleo } = people
  await signOut(cleo)
  const lies = {
    'another issuer': { claims: () => ({ iss: 'https://id.example' }) },
    'another audience': { claims: () => ({ aud: 'somebody' }) },
    'one audience more': { claims: ({ client_id: id }) => ({ aud: [id, 'somebody'] }) },
    'another party': { claims: () => ({ azp: 'somebody' }) },
    'another nonce': { claims: () => ({ nonce: 'n' }) },
    'no nonce': { claims: () => ({ nonce: undefined }) },
    expired: { claims: (_, now) => ({ exp: now - 1 }) },
    'made long ago': { claims: (_, now) => ({ iat: now - 600 }) },
    'made later': { claims: (_, now) => ({ iat: now + 600 }) },
    'shown this morning': { claims: (_, now) => ({ auth_time: now - 4 * 3600 }) },
    'shown at no time': { claims: () => ({ auth_time: undefined }) },
    'shown later': { claims: (_, now) => ({ auth_time: now + 600 }) },
    'no subject': { claims: () => ({ sub: '' }) },
    'too long a subject': { claims: () => ({ sub: 'x'.repeat(256) }) },
    'another key': { key: liar.other.privateKey },
    'a key that is not known': { key: liar.other.privateKey, header: { kid: 'three' } },
    'no algorithm': { header: { alg: 'none', kid: undefined }, sign: () => '' },
    'our own secret': { header: { alg: 'HS256', kid: undefined }, sign: liar.hmac(SECRET) },
    'the public key as a secret': { header: { alg: 'HS256' }, sign: liar.hmac(JSON.stringify(liar.keys[0])) },
    'a key of another sort': { header: { alg: 'RS256', kid: 'one' } },
    'no signature': { sign: () => '' },
    'no token': { answer: [{ access_token: 'x', token_type: 'Bearer' }] },
    'no answer': { answer: [{ error: 'invalid_grant', error_description: 'WORDS OF THE PROVIDER' }, 400] }
  }
  for (const [what, lie] of Object.entries(lies)) {
    liar.lie = lie
    await throughTrust(cleo)
    assert.match(await main(cleo), NOT_PROVEN, what)
    assert.doesNotMatch(await cleo.content(), /WORDS OF THE PROVIDER/)
  }
  await accessible(cleo, 'not proven')
  liar.lie = {}
  for (const [what, answer] of Object.entries({ 'a code of another issuer': { iss: 'https://id.example' }, 'no issuer beside the code': { iss: undefined } })) {
    liar.answer = answer
    await throughTrust(cleo)
    assert.match(await main(cleo), NOT_PROVEN, what)
  }
  liar.answer = { state: 'another' }
  await choose(cleo, 'Northern Fictive Trust')
  await cleo.waitForURL('**/sign-in/organisation/back?**')
  assert.match(await main(cleo), /not begun in this browser/)
  liar.answer = {}
  // The same name at another provider is somebody else.
  liar.lie = { claims: () => ({ sub: 'otto' }) }
  await throughTrust(cleo)
  assert.match(await main(cleo), /no account here is opened by that/)
  // And nothing of this was for want of trying.
  for (const lie of [{}, { header: { alg: 'RS256', kid: 'two' } }]) {
    liar.lie = lie
    await throughTrust(cleo)
    assert.equal(cleo.url(), `${url}/clinic`)
    await signOut(cleo)
  }
})

test('whoever signs out at their provider, or may no longer sign in there, is out here', async () => {
  const { otto, cleo } = people
  const tell = async (token) => (await fetch(`${url}/sign-in/organisation/ended`, { method: 'POST', body: new URLSearchParams({ logout_token: token }) })).status
  const inside = async (page, home) => {
    await page.goto(url + home)
    return page.url() === url + home
  }
  liar.lie = {}
  await throughTrust(cleo)
  for (const [what, token] of Object.entries({
    nothing: '',
    'no event': liar.logoutToken({ events: {} }),
    'a nonce': liar.logoutToken({ nonce: 'n' }),
    'another audience': liar.logoutToken({ aud: 'somebody' }),
    'another issuer': liar.logoutToken({ iss: real.issuer }),
    'another key': liar.logoutToken({}, { key: liar.other.privateKey }),
    expired: liar.logoutToken({ exp: 1 }),
    'no algorithm': liar.logoutToken({}, { header: { alg: 'none' }, sign: () => '' })
  })) {
    assert.equal(await tell(token), 400, what)
    assert.ok(await inside(cleo, '/clinic'), what)
  }
  assert.equal(await tell(liar.logoutToken({ sub: 'nobody' })), 200)
  assert.ok(await inside(cleo, '/clinic'))
  assert.equal(await tell(liar.logoutToken()), 200)
  assert.ok(!await inside(cleo, '/clinic'))

  // The real provider says so by itself.
  await throughForce(otto, 'otto', 'phr')
  assert.ok(await inside(otto, '/officer'))
  await otto.goto(`${real.issuer}/session/end`)
  await Promise.all([otto.waitForNavigation(), otto.click('button:has-text("Yes")')])
  for (let tried = 0; await inside(otto, '/officer'); tried += 1) assert.ok(tried < 50, 'still in')
})

test('a closed account opens to nobody, whatever their provider says', async () => {
  const { ada, cleo } = people
  await throughTrust(cleo)
  assert.equal(cleo.url(), `${url}/clinic`)
  await ada.goto(`${url}/admin`)
  await Promise.all([ada.waitForNavigation(), ada.locator('tr', { hasText: 'c.clinician' }).locator('a', { hasText: 'Close' }).click()])
  await ada.fill('[name=why]', 'Left the unit')
  await submit(ada)
  await cleo.goto(`${url}/clinic`)
  assert.match(cleo.url(), /sign-in/)
  await throughTrust(cleo)
  assert.match(await main(cleo), /no account here is opened by that/)
})

test('a provider that does not answer is said to, and what was begun can be begun again', async () => {
  const page = await somebody()
  for (const name of ['Other Constabulary', 'Plain Constabulary', 'Silent Constabulary']) {
    await choose(page, name)
    await page.waitForSelector(`text=${name} cannot be reached`)
  }
  await accessible(page, 'silent')
  // One that was there a moment ago.
  liar.lie = { answer: [{}, 503] }
  await throughTrust(page)
  assert.match(await main(page), /cannot be reached/)
  liar.lie = {}
  await page.click('button:has-text("Try again")')
  await page.waitForSelector('text=no account here is opened by that')
})
