// Accounts of a service that is no demonstration, from its first two administrators on: two let somebody in, one closes;
// police have passkeys; a password counts with a second factor alone; what matters asks for proof, and nothing typed is
// lost. With a real browser and its virtual authenticator.

import { test, after } from 'node:test'
import assert from 'node:assert/strict'
import { begin, PASSWORD, totp } from './people.mjs'

const {
  url, config, codes, refused, stop, database, somebody, accessible, submit, go, signOut, main, showCode, enrolWithPasskey,
  enrolWithPassword, withPassword, withPasskey, ask, confirm
} = await begin('accounts', {
  early: (refused, first) => {
    assert.match(refused(...first, '--name', 'a.first', '--title', 'Ada First'), /twice/)
    assert.match(refused(...first, '--name', 'a', '--title', 'A', '--name', 'A', '--title', 'B'), /not the same/)
  }
})
after(stop)

const people = {}
let officer

test('the first administrators enrol, one with a passkey and one with a password and an authenticator', async () => {
  const ada = people.ada = await somebody()
  await showCode(ada, 'a.first', '7K3M-9QZT-2HVB-XW48')
  assert.match(await main(ada), /do not go together/)
  await accessible(ada, 'enrolling')
  await showCode(ada, 'b.second', codes['a.first'])
  assert.match(await main(ada), /do not go together/, 'a code of somebody else')
  await showCode(ada, 'a.first', codes['a.first'])
  await accessible(ada, 'choosing')
  await ada.fill('[name=label]', 'Blue key')
  await go(ada)
  assert.equal(ada.url(), `${url}/admin`)
  await accessible(ada, 'administration, empty')

  const ben = people.ben = await somebody()
  await showCode(ben, 'b.second', codes['b.second'])
  await ben.fill('[name=password]', 'password12345')
  await ben.fill('form[action="/enrol/password"] [name=code]', '000000')
  await Promise.all([ben.waitForNavigation(), ben.click('form[action="/enrol/password"] button')])
  assert.match(await main(ben), /harder to guess[\s\S]*authenticator shows now/)
  people.second = await enrolWithPassword(ben, 'b.second', codes['b.second'])
  assert.equal(people.second.recovery.length, 8)
  await accessible(ben, 'recovery codes')

  // Used is used, and the machine makes no more administrators.
  const again = await somebody()
  await showCode(again, 'a.first', codes['a.first'])
  assert.match(await main(again), /do not go together/)
  assert.match(refused('accounts', 'first', '--config', config, '--name', 'x', '--title', 'X', '--name', 'y', '--title', 'Y'), /already|in use|running/)
})

// Ten tries of a name in five minutes are the most: here and below there are nine of this one.
test('a password counts with a second factor alone, and each code once', async () => {
  const page = await somebody()
  const { secret, recovery } = people.second
  const enters = async (code) => {
    await withPassword(page, 'b.second', PASSWORD, code)
    const entered = page.url() === `${url}/admin`
    if (entered) await signOut(page)
    return entered
  }
  assert.equal(await enters(''), false, 'no code')
  const next = totp(secret, 1)
  assert.equal(await enters(next), true)
  assert.match(await main(page), /You are signed out/)
  await accessible(page, 'signed out')
  assert.equal(await enters(next), false, 'the same code again')
  assert.equal(await enters(recovery[0]), true)
  assert.equal(await enters(recovery[0]), false, 'a recovery code again')
  await withPassword(page, 'a.first', PASSWORD, '')
  assert.match(await main(page), /do not go together/)

  // An account with a password and nothing beside it, as there were before: it opens nothing.
  const [, kept] = /\('([0-9A-F]+)',\)/.exec(database("SELECT hex(second) FROM accounts WHERE name = 'b.second'"))
  database("UPDATE accounts SET second = NULL WHERE name = 'b.second'")
  assert.equal(await enters('123456'), false, 'a password alone, and any code')
  database(`UPDATE accounts SET second = x'${kept}' WHERE name = 'b.second'`)
})

test('a password is changed by whoever knows it, and recovery codes are renewed', async () => {
  const { ben } = people
  const other = await somebody()
  await withPassword(other, 'b.second', PASSWORD, people.second.recovery[2])
  assert.equal(other.url(), `${url}/admin`)
  // Ben has enrolled a moment ago, and what opens his account asks for a proof all the same. His session goes on under
  // another cookie, and the one before, which somebody may have taken, opens nothing.
  const taken = await ben.context().cookies()
  await ben.goto(`${url}/account/password`)
  assert.match(ben.url(), /\/account\/prove\?to=/)
  await accessible(ben, 'proving with a password')
  await ben.fill('[name=password]', PASSWORD)
  await ben.fill('[name=code]', people.second.recovery[3])
  await Promise.all([ben.waitForNavigation(), ben.click('form[action="/account/prove"] button')])
  assert.equal(ben.url(), `${url}/account/password`)
  const thief = await somebody()
  await thief.context().addCookies(taken)
  await thief.goto(`${url}/admin`)
  assert.match(thief.url(), /sign-in/)
  const change = async (present, next) => {
    await ben.goto(`${url}/account/password`)
    await ben.fill('[name=present]', present)
    await ben.fill('[name=new]', next)
    await submit(ben)
    return await main(ben)
  }
  assert.match(await change('not that one at all', 'password1234'), /password that you have now[\s\S]*harder to guess/)
  await accessible(ben, 'a password with faults')
  const changed = 'seven herons over a slow river'
  assert.match(await change(PASSWORD, changed), /password is changed/)
  await other.goto(`${url}/admin`)
  assert.match(other.url(), /sign-in/, 'signed out everywhere else')
  assert.match(await change(changed, PASSWORD), /password is changed/)
  await accessible(ben, 'an account with a password')
  await Promise.all([ben.waitForNavigation(), ben.click('form[action="/account/recovery"] button')])
  const renewed = await ben.locator('.candour-once li').allInnerTexts()
  assert.equal(renewed.length, 8)
  await withPassword(other, 'b.second', PASSWORD, people.second.recovery[1])
  assert.match(await main(other), /do not go together/, 'an old code')
  people.second.recovery = renewed
  await people.ada.goto(`${url}/account`)
  assert.equal(await people.ada.locator('a[href="/account/password"]').count(), 0, 'whoever has a passkey alone')
})

test('two let somebody in; police get no password; whoever asked confirms nothing', async () => {
  const { ada, ben } = people
  await ask(ada, '/admin/organisation', { sort: 'trust', title: 'Northern Fictive Trust', id: 'northern-trust', nation: 'england', said: 'Their board secretary.' })
  assert.match(await main(ada), /asked for[\s\S]*Waits for another administrator/i)
  assert.equal(await ada.locator('a', { hasText: 'Check and confirm' }).count(), 0)
  await accessible(ada, 'administration, with something that waits')
  const id = (await ada.locator('a[href$="/take-back"]').first().getAttribute('href')).split('/')[3]
  await ada.goto(`${url}/admin/requests/${id}/confirm`)
  assert.match(await main(ada), /another administrator/i)
  assert.equal(await confirm(ben, 'Northern Fictive Trust'), null)
  await ask(ada, '/admin/organisation', { sort: 'unit', trust: 'northern-trust', title: 'Nowhere unit', id: 'nowhere', nation: 'england', said: 'x' })
  await confirm(ben, 'Nowhere unit')
  assert.match(await main(ben), /has keys/, 'a unit without keys')
  await ask(ada, '/admin/organisation', { sort: 'unit', trust: 'northern-trust', title: 'London unit', id: 'london', nation: 'england', said: 'Known to us.' })
  await confirm(ben, 'London unit')
  await ask(ada, '/admin/invite', { title: 'Cleo Clinician', name: 'c.clinician', role: 'clinician', place: 'unit:london', same_as: '', said: 'The head of the unit.' })
  const code = await confirm(ben, 'Cleo Clinician')
  assert.match(code, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
  await accessible(ben, 'the code')
  people.cleo = await somebody()
  people.third = await enrolWithPassword(people.cleo, 'c.clinician', code)
  await people.cleo.goto(`${url}/clinic`)
  assert.match(await main(people.cleo), /Waiting for you/)

  // What cannot be is said beside its field.
  await ask(ada, '/admin/invite', { title: 'Otto Officer', name: 'c.clinician', role: 'officer', place: 'unit:london', same_as: '', said: 'x' })
  assert.match(await main(ada), /not taken[\s\S]*part belongs to/)
  await accessible(ada, 'an invitation with faults')
})

test('an officer has a passkey or nothing', async () => {
  const { ada, ben } = people
  const force = 'thamesside'
  await ask(ada, '/admin/organisation', { sort: 'force', title: 'Fictive Constabulary', id: force, nation: 'england', said: 'Their control room.' })
  await confirm(ben, 'Fictive Constabulary')
  await ask(ada, '/admin/invite', { title: 'Otto Officer', name: 'o.officer', role: 'officer', place: `force:${force}`, same_as: '', said: 'Their inspector.' })
  const code = await confirm(ben, 'Otto Officer')
  officer = await somebody()
  await showCode(officer, 'o.officer', code)
  assert.equal(await officer.locator('form[action="/enrol/password"]').count(), 0)
  await officer.fill('[name=label]', 'Telephone')
  await go(officer)
  assert.equal(officer.url(), `${url}/officer`)
  await signOut(officer)
  await withPasskey(officer)
  assert.equal(officer.url(), `${url}/officer`)
})

test('somebody who lost their passkey enrols again, and what they lost opens nothing', async () => {
  const { ada, ben } = people
  await ada.goto(`${url}/admin`)
  const path = await ada.locator('tr', { hasText: 'o.officer' }).locator('a', { hasText: 'Enrol again' }).getAttribute('href')
  await ask(ada, path, { said: 'Telephone lost on duty; the inspector rang.' })
  const code = await confirm(ben, 'Otto Officer')
  const lost = officer
  officer = await somebody()
  await enrolWithPasskey(officer, 'o.officer', code, 'New telephone')
  assert.equal(officer.url(), `${url}/officer`)
  await lost.goto(`${url}/officer`)
  assert.match(lost.url(), /sign-in/, 'its session has ended')
  await withPasskey(lost)
  assert.match(await main(lost), /could not be used/)

  // About one of two administrators nobody is left who could confirm.
  await ada.goto(`${url}/admin`)
  const about = await ada.locator('tr', { hasText: 'b.second' }).locator('a', { hasText: 'Enrol again' }).getAttribute('href')
  await ask(ada, about, { said: 'x' })
  await ben.goto(`${url}/admin`)
  assert.equal(await ben.locator('.nhsuk-card', { hasText: 'Ben Second' }).locator('a', { hasText: 'Check and confirm' }).count(), 0)
  await Promise.all([ben.waitForNavigation(), ben.locator('.nhsuk-card', { hasText: 'Ben Second' }).locator('a', { hasText: 'Take back' }).click()])
  await submit(ben)
  assert.match(await main(ben), /taken back/)
})

test('one session is ended alone by its owner, those of one account or of everybody by an administrator', async () => {
  const { ada, ben, cleo, third, second } = people
  const [other, another] = [await somebody(), await somebody()]
  for (const [n, page] of [other, another].entries()) {
    await withPassword(page, 'c.clinician', PASSWORD, third.recovery[n])
    assert.equal(page.url(), `${url}/clinic`)
  }
  const goes = async (page, path = '/clinic') => {
    await page.goto(url + path)
    return page.url() === url + path
  }
  // It is a while since Cleo signed in: ending a session asks who is there, and then does it.
  database("UPDATE sessions SET opened = opened - 3600, proved = opened - 3600 WHERE opened = (SELECT min(opened) FROM sessions WHERE account = (SELECT account FROM accounts WHERE name = 'c.clinician'))")
  await cleo.goto(`${url}/account`)
  const alone = cleo.locator('main button:has-text("Sign out there")')
  assert.equal(await alone.count(), 2)
  await Promise.all([cleo.waitForNavigation(), alone.first().click()])
  assert.match(await main(cleo), /Show that it is you/)
  assert.ok(await goes(other) && await goes(another), 'nothing is ended yet')
  await cleo.fill('[name=password]', PASSWORD)
  await cleo.fill('[name=code]', third.recovery[2])
  await Promise.all([cleo.waitForNavigation(), cleo.click('form[action="/account/prove"] button')])
  await submit(cleo)
  assert.match(await main(cleo), /You are signed out there/)
  assert.deepEqual([await goes(other), await goes(another)].toSorted(), [false, true])

  // An administrator ends what is left of that account, which stays open.
  await ada.goto(`${url}/admin`)
  await Promise.all([ada.waitForNavigation(), ada.locator('tr', { hasText: 'c.clinician' }).locator('a', { hasText: 'End sessions' }).click()])
  await accessible(ada, 'ending the sessions of an account')
  await submit(ada)
  assert.match(await main(ada), /write something here/i)
  await ada.fill('[name=why]', 'A computer was left behind, signed in')
  await submit(ada)
  assert.match(await main(ada), /sessions have ended/)
  assert.deepEqual([await goes(cleo), await goes(other), await goes(another), await goes(ben, '/admin')], [false, false, false, true])
  await withPassword(cleo, 'c.clinician', PASSWORD, third.recovery[3])
  assert.equal(cleo.url(), `${url}/clinic`)

  // And those of everybody, her own among them.
  await ada.goto(`${url}/admin`)
  await Promise.all([ada.waitForNavigation(), ada.click('main a:has-text("End every session")')])
  await accessible(ada, 'ending every session')
  await ada.fill('[name=why]', 'A trial')
  await submit(ada)
  assert.match(await main(ada), /You are signed out/)
  assert.deepEqual([await goes(cleo), await goes(ben, '/admin'), await goes(officer, '/officer'), await goes(ada, '/admin')], [false, false, false, false])
  await withPasskey(ada)
  await ada.goto(`${url}/admin/acts`)
  assert.match(await main(ada), /Every session of everybody ended: A trial[\s\S]*Sessions ended: A computer was left behind/)
  await withPassword(ben, 'b.second', PASSWORD, second.recovery[7])
  assert.equal(ben.url(), `${url}/admin`)
  await withPassword(cleo, 'c.clinician', PASSWORD, third.recovery[4])
  assert.equal(cleo.url(), `${url}/clinic`)
})

test('what a stranger tries keeps nobody out of a browser in which they signed in before', async () => {
  const { cleo, third } = people
  await cleo.goto(`${url}/clinic`)
  await signOut(cleo)
  const stranger = await somebody()
  // Ten are allowed in five minutes by the clock; where these end in between, counting begins anew once.
  const shut = /too (many|often)/i
  let said = ''
  for (let tries = 0; tries < 22 && !shut.test(said); tries += 1) {
    await withPassword(stranger, 'c.clinician', 'not that one at all', '000000')
    said = await main(stranger)
  }
  assert.match(said, shut)
  await withPassword(cleo, 'c.clinician', PASSWORD, totp(third.secret, 1))
  assert.equal(cleo.url(), `${url}/clinic`)
})

test('a closed account ends at once, and opens only by two', async () => {
  const { ada, ben, cleo } = people
  await cleo.goto(`${url}/clinic`)
  assert.equal(cleo.url(), `${url}/clinic`)
  // A code that is under way when the account is closed is worth nothing any more.
  await ada.goto(`${url}/admin`)
  const path = await ada.locator('tr', { hasText: 'c.clinician' }).locator('a', { hasText: 'Enrol again' }).getAttribute('href')
  await ask(ada, path, { said: 'Says that the telephone is lost.' })
  const code = await confirm(ben, 'Cleo Clinician')
  await ada.goto(`${url}/admin`)
  await Promise.all([ada.waitForNavigation(), ada.locator('tr', { hasText: 'c.clinician' }).locator('a', { hasText: 'Close' }).click()])
  await accessible(ada, 'closing')
  await ada.fill('[name=why]', 'Left the unit')
  await submit(ada)
  assert.match(await main(ada), /closed, and its sessions have ended/)
  await cleo.goto(`${url}/clinic`)
  assert.match(cleo.url(), /sign-in/)
  await withPassword(cleo, 'c.clinician', PASSWORD, totp(people.third.secret, 1))
  assert.match(await main(cleo), /do not go together/)
  await showCode(cleo, 'c.clinician', code)
  assert.match(await main(cleo), /do not go together/)
})

test('what matters asks for proof, and nothing typed is lost by it', async () => {
  const { ada } = people
  const age = (seconds) => database(`UPDATE sessions SET proved = proved - ${seconds} WHERE account = (SELECT account FROM accounts WHERE name = 'a.first')`)
  age(900)
  await ada.goto(`${url}/admin/invite`)
  assert.match(ada.url(), /\/account\/prove\?to=/)
  await accessible(ada, 'proving')
  await go(ada)
  assert.equal(ada.url(), `${url}/admin/invite`)

  // The form was begun in time, and sent too late.
  await ada.fill('[name=title]', 'Typed "before" & <kept>')
  await ada.fill('[name=name]', 'k.kept')
  await ada.check('[name=role][value=reviewer]')
  await ada.check('[name=place][value=independent]')
  await ada.check('[name=same_as] >> nth=0')
  await ada.fill('[name=said]', 'A long text.\nIn two lines.')
  age(3600)
  await submit(ada)
  assert.match(await main(ada), /nothing that you typed is lost/)
  await go(ada)
  assert.match(await main(ada), /What you typed is still here/)
  await accessible(ada, 'going on')
  await submit(ada)
  assert.match(await main(ada), /Typed "before" & <kept>[\s\S]*In two lines/)
})

test('a session that ended for want of use loses nothing that its holder typed, and gives it to nobody else', async () => {
  const { ada } = people
  const end = (name) => database(`UPDATE sessions SET expires = opened WHERE account = (SELECT account FROM accounts WHERE name = '${name}')`)
  const type = async (page) => {
    await page.goto(`${url}/admin/organisation`)
    await page.check('[name=sort][value=trust]')
    await page.fill('[name=title]', 'Typed while away')
    await page.fill('[name=id]', 'typed-away')
    await page.check('[name=nation][value=wales]')
    await page.fill('[name=said]', 'Still here.')
    end('a.first')
    await submit(page)
    assert.match(await main(page), /session had ended[\s\S]*not lost/)
  }
  await type(ada)
  await accessible(ada, 'signing in again')
  // Whoever else sits there by now gets their own page.
  await ada.fill('[name=name]', 'b.second')
  await ada.fill('[name=password]', PASSWORD)
  await ada.fill('[name=code]', people.second.recovery[1])
  await Promise.all([ada.waitForNavigation(), ada.click('form[action="/sign-in"] button')])
  assert.equal(ada.url(), `${url}/admin`)
  assert.doesNotMatch(await main(ada), /Typed while away/)
  await signOut(ada)

  await withPasskey(ada)
  await type(ada)
  await go(ada)
  assert.match(await main(ada), /What you typed is still here/)
  await submit(ada)
  assert.match(await main(ada), /Typed while away/)
})

test('a page is covered once its session has ended, in every window, and what was typed is carried along', async () => {
  const { ada } = people
  const [one, other] = [await ada.context().newPage(), await ada.context().newPage()]
  await ada.context().clock.install()
  await one.goto(`${url}/admin/organisation`)
  await one.check('[name=sort][value=trust]')
  await one.fill('[name=title]', 'Typed and left alone')
  await ada.context().clock.fastForward('29:00')
  // Another window was used meanwhile: the session goes on in both.
  assert.equal(await one.locator('dialog[open]').count(), 1)
  await other.goto(`${url}/admin`)
  await one.locator('dialog[open]').waitFor({ state: 'detached' })
  await ada.context().clock.fastForward('05:00')
  assert.equal(await one.locator('.candour-ended').count(), 0)
  await ada.context().clock.fastForward('26:00')
  assert.match(await one.innerText('body'), /^\s*You were signed out[\s\S]*not lost/)
  assert.doesNotMatch(await one.innerText('body'), /administrator|organisation/i)
  assert.equal(await one.title(), 'You were signed out – Candour')
  await accessible(one, 'a covered page')

  // The browser's clock was wrong, and the session goes on: nothing is done that nobody asked for.
  const before = database('SELECT count(*) AS n FROM dual_control')
  await Promise.all([one.waitForNavigation(), one.click('[data-session-carry]')])
  assert.match(await main(one), /Show that it is you/)
  assert.deepEqual(database('SELECT count(*) AS n FROM dual_control'), before)

  // Signing out in one window covers the others.
  await other.goto(`${url}/admin`)
  await one.goto(`${url}/admin`)
  await signOut(one)
  await other.locator('.candour-ended').waitFor({ state: 'visible' })
  assert.doesNotMatch(await other.innerText('body'), /administrator/i)
  await Promise.all([one.close(), other.close()])
  await withPasskey(ada)
})

test('the end of a session is announced two minutes before, and put off by one button', async () => {
  const { ada } = people
  const page = await ada.context().newPage()
  await page.clock.install()
  await page.goto(`${url}/admin`)
  await page.clock.fastForward('27:00')
  assert.equal(await page.locator('dialog[open]').count(), 0)
  await page.clock.fastForward('01:05')
  const dialog = page.locator('dialog[open]')
  assert.match(await dialog.innerText(), /signed out in two minutes/)
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Stay signed in')
  await accessible(page, 'the announcement')
  await page.clock.fastForward('01:00')
  assert.match(await dialog.innerText(), /one minute|less than a minute/)
  await Promise.all([page.waitForResponse((answer) => answer.url().endsWith('/account/session/keep') && answer.ok()), page.click('[data-session-stay]')])
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
  await page.close()

  // A cookie in another browser opens nothing, and closes what it was taken from.
  const { cookies } = await ada.context().storageState()
  const thief = await somebody({ userAgent: 'Something else/1.0' })
  await thief.context().addCookies(cookies)
  await thief.goto(`${url}/admin`)
  assert.match(thief.url(), /sign-in/)
  await ada.goto(`${url}/admin`)
  assert.match(ada.url(), /sign-in/)
})
