// Passkeys with a real browser and its virtual authenticator (W3C Web Authentication, level 3, section 11): added, used,
// taken away; answers that were given before, or to somebody else, open nothing.

import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import AxeBuilder from 'axe-core'
import { chromium } from 'playwright-core'
import { free, serve, settings, start } from './demonstration.mjs'
import { wholly } from './looking.mjs'

let demo, folder, service, browser, url

before(async () => {
  // Browsers know passkeys for names only, so the demonstration's record is served again under one.
  const begun = await start()
  demo = begun.demo
  folder = mkdtempSync(join(tmpdir(), 'candour-passkeys-'))
  const made = dirname(demo.ledger.policy)
  process.kill(demo.pid, 'SIGTERM')
  for (let gone = false; !gone;) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    try { process.kill(demo.pid, 0) } catch { gone = true }
  }
  cpSync(made, folder, { recursive: true })
  begun.stop()
  const port = await free()
  url = `http://localhost:${port}`
  const config = readFileSync(join(folder, 'candour.toml'), 'utf8')
    .replace(/listen = ".*"/, `listen = "127.0.0.1:${port}"`)
    .replace(/address = ".*"/, `address = "${url}"`)
  writeFileSync(join(folder, 'candour.toml'), config)
  service = await serve(join(folder, 'candour.toml'), url)
  browser = await chromium.launch(settings)
})
after(async () => {
  await browser?.close()
  service?.kill('SIGTERM')
  if (folder) rmSync(folder, { recursive: true, force: true })
})

/** A page with an authenticator of its own, whose holder is there and verified unless it is said otherwise. */
async function somebody (isUserVerified = true) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const devices = await context.newCDPSession(page)
  await devices.send('WebAuthn.enable')
  const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
      isUserVerified, automaticPresenceSimulation: true
    }
  })
  return { context, page, devices, authenticatorId }
}

async function withPassword (page, role) {
  await page.goto(`${url}/sign-in`)
  await page.fill('input[name=name]', demo.accounts[role].name)
  await page.fill('input[name=password]', demo.accounts[role].password)
  await Promise.all([page.waitForNavigation(), page.click('main button[type=submit]')])
}

async function signOut (page) {
  await Promise.all([page.waitForNavigation(), page.click('header button:has-text("Sign out")')])
}

/** To a page of what opens an account, which asks first who is there: signing in does not count for it. */
async function toOwn (page, path, role) {
  await page.goto(url + path)
  if (page.url() === url + path) return
  assert.equal(page.url(), `${url}/account/prove?to=${encodeURIComponent(path)}`)
  await page.fill('form[action="/account/prove"] [name=password]', demo.accounts[role].password)
  await Promise.all([page.waitForNavigation(), page.click('form[action="/account/prove"] button')])
  assert.equal(page.url(), url + path)
}

async function add (page, label, role) {
  await toOwn(page, '/account/passkeys/new', role)
  await page.fill('input[name=label]', label)
  await Promise.all([page.waitForNavigation(), page.click('[data-passkey-go]')])
}

async function withPasskey (page) {
  await page.goto(`${url}/sign-in`)
  await Promise.all([page.waitForNavigation(), page.click('[data-passkey-go]')])
}

async function accessible (page, what) {
  await page.evaluate(AxeBuilder.source)
  const { violations } = await page.evaluate(() => globalThis.axe.run())
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), [], what)
}

test('a passkey is added, signs in, and is taken away', async () => {
  const { page } = await somebody()
  await withPassword(page, 'clinician')
  await page.goto(`${url}/account`)
  assert.match(await page.innerText('main'), /You have no passkey yet/)
  await accessible(page, 'the account without a passkey')
  await page.goto(`${url}/account/passkeys/new`)
  assert.match(page.url(), /\/account\/prove\?to=/, 'signed in a moment ago, and asked all the same')
  await toOwn(page, '/account/passkeys/new', 'clinician')
  await wholly(page, url, '/account/passkeys/new', 'clinician')
  await wholly(page, url, '/account/password', 'clinician')
  await add(page, 'Blue key', 'clinician')
  assert.match(await page.innerText('main'), /The passkey is added[\s\S]*Blue key[\s\S]*Not used yet/)
  await accessible(page, 'the account with a passkey')
  await signOut(page)

  await withPasskey(page)
  assert.equal(page.url(), `${url}/clinic`)
  await page.goto(`${url}/account`)
  assert.match(await page.innerText('main'), /Blue key[\s\S]*Last used[\s\S]*With a passkey/)

  // The same device once more is refused by the device itself, in words.
  await toOwn(page, '/account/passkeys/new', 'clinician')
  await page.fill('input[name=label]', 'Again')
  await page.click('[data-passkey-go]')
  await page.waitForSelector('[data-passkey-fault]:not([hidden])')
  assert.match(await page.innerText('[data-passkey-fault]'), /has a passkey for this account already/)
  await accessible(page, 'a new passkey that is refused')

  await page.goto(`${url}/account`)
  await page.click('main a:has-text("Remove")')
  assert.match(await page.innerText('main'), /It is your only one/)
  await accessible(page, 'removing a passkey')
  await wholly(page, url, new URL(page.url()).pathname, 'clinician')
  await Promise.all([page.waitForNavigation(), page.click('main button[type=submit]')])
  assert.match(await page.innerText('main'), /The passkey is removed[\s\S]*You have no passkey yet/)
  await signOut(page)
  await withPasskey(page)
  assert.match(await page.innerText('main'), /The passkey could not be used here/)
  assert.equal(page.url(), `${url}/sign-in/passkey`)
})

test('an answer counts once, for one purpose, for one account, and only from a holder who was verified', async () => {
  const { context, page, devices, authenticatorId } = await somebody()
  await withPassword(page, 'guardian')
  // Begun by one account and sent by another: nothing is added.
  await toOwn(page, '/account/passkeys/new', 'guardian')
  const theirs = await page.getAttribute('form[data-passkey]', 'data-options')
  const state = await page.inputValue('input[name=state]')
  const other = await somebody()
  await withPassword(other.page, 'legal')
  await toOwn(other.page, '/account/passkeys/new', 'legal')
  await other.page.evaluate(([options, state]) => {
    const form = document.querySelector('form[data-passkey]')
    form.dataset.options = options
    form.querySelector('[name=state]').value = state
  }, [theirs, state])
  await other.page.fill('input[name=label]', 'Not mine')
  await Promise.all([other.page.waitForNavigation(), other.page.click('[data-passkey-go]')])
  assert.match(await other.page.innerText('main'), /The passkey could not be used here/)

  await add(page, 'Green key', 'guardian')
  await signOut(page)
  let sent
  page.on('request', (request) => { if (request.url().endsWith('/sign-in/passkey')) sent = request.postData() })
  await withPasskey(page)
  assert.equal(page.url(), `${url}/guardian`)
  await context.clearCookies()
  const again = await fetch(`${url}/sign-in/passkey`, {
    method: 'POST', body: sent, redirect: 'manual', headers: { 'content-type': 'application/x-www-form-urlencoded' }
  })
  assert.equal(again.status, 422, 'the same answer a second time')
  assert.equal(again.headers.get('set-cookie'), null)
  // What was put for signing in is no answer for adding, and something changed is none at all.
  for (const [from, to] of [['%22challenge', '%22challenga'], ['state=', 'state=A'], ['signature', 'signatura']]) {
    const changed = await fetch(`${url}/sign-in/passkey`, {
      method: 'POST', body: sent.replace(from, to), redirect: 'manual', headers: { 'content-type': 'application/x-www-form-urlencoded' }
    })
    assert.equal(changed.status, 422, from)
  }
  // The device is there, and nobody has shown that it is in the right hands.
  await devices.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await page.goto(`${url}/sign-in`)
  await page.click('[data-passkey-go]')
  await page.waitForSelector('[data-passkey-fault]:not([hidden])')
  assert.equal(page.url(), `${url}/sign-in`)
  await accessible(page, 'signing in without success')
  // What the script says there is text, whatever the page's words are.
  const hostile = '<img src=x onerror=globalThis.ran=1>'
  await page.route(`${url}/sign-in`, async (route) => {
    const answer = await route.fetch()
    const body = (await answer.text()).replace(/data-cancelled="[^"]*"/, () => `data-cancelled="${hostile.replaceAll('<', '&lt;')}"`)
    await route.fulfill({ response: answer, body })
  })
  await page.goto(`${url}/sign-in`)
  await page.click('[data-passkey-go]')
  await page.waitForSelector('[data-passkey-fault]:not([hidden])')
  assert.equal(await page.innerText('[data-passkey-fault]'), hostile)
  assert.equal(await page.locator('[data-passkey-fault] img').count(), 0)
})

test('sessions are seen and ended by whoever they belong to', async () => {
  const [one, two, three] = [await somebody(), await somebody(), await somebody()]
  for (const { page } of [two, one, three]) await withPassword(page, 'safeguarding')
  await one.page.goto(`${url}/account`)
  assert.equal(await one.page.locator('main table tbody tr').count(), 3)
  const alone = one.page.locator('main button:has-text("Sign out there")')
  assert.equal(await alone.count(), 2, 'not of the one that asks')
  await accessible(one.page, 'an account with several sessions')
  await Promise.all([one.page.waitForNavigation(), alone.first().click()])
  assert.match(await one.page.innerText('main'), /You are signed out there/)
  // One of the two, whichever stood first: they may have begun in the same second.
  const others = [two.page, three.page]
  const goes = async (page) => {
    await page.goto(`${url}/account`)
    return page.url() === `${url}/account`
  }
  const on = [await goes(others[0]), await goes(others[1])]
  assert.deepEqual(on.toSorted(), [false, true])
  const last = others[on.indexOf(true)]
  await Promise.all([one.page.waitForNavigation(), one.page.click('main button:has-text("everywhere else")')])
  assert.match(await one.page.innerText('main'), /You are signed out everywhere else[\s\S]*You are signed in nowhere else/)
  assert.equal(await goes(last), false)
})

test('without scripts the password is there and the passkey is not', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await withPassword(page, 'reviewer')
  assert.equal(page.url(), `${url}/review`)
  await toOwn(page, '/account/passkeys/new', 'reviewer')
  assert.match(await page.content(), /Passkeys need scripts/)
})

test('pictures of each page, at two widths', { skip: !process.env.PICTURES }, async () => {
  for (const width of [1280, 375]) {
    const { page } = await somebody()
    await page.setViewportSize({ width, height: 800 })
    const picture = (name) => page.screenshot({ path: join(process.env.PICTURES, `${name}-${width}.png`), fullPage: true })
    await page.goto(`${url}/sign-in`)
    await picture('sign-in')
    await withPassword(page, 'second-clinician')
    await toOwn(page, '/account/passkeys/new', 'second-clinician')
    await picture('new')
    await add(page, `Key ${width}`, 'second-clinician')
    await picture('account')
    await page.click('main a:has-text("Remove")')
    await picture('remove')
  }
})
