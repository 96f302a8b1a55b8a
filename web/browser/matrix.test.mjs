// Every page of every role, from the matrix of access: an address that stands there for somebody and that nobody was
// led to, or that is not listed below with the way to it, fails. Each page at four widths, by keyboard, over the wire.

import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { settings, start } from './demonstration.mjs'
import { press, signIn } from './journey.mjs'
import { FULL, SHOTS, listened, steady, visited, walked } from './looking.mjs'
import { NOT_SHOWN } from './ways.mjs'

const matrix = readFileSync(join(import.meta.dirname, '../../crates/candour/tests/access.txt'), 'utf8')
const ROLES = ['officer', 'supervisor', 'health-worker', 'clinician', 'second-clinician', 'guardian', 'safeguarding', 'legal',
  'data-protection-officer', 'reviewer', 'administrator', 'key-custodian', 'retention-manager']
const HOME = { officer: '/officer', supervisor: '/officer/countersign', 'health-worker': '/reports', clinician: '/clinic',
  'second-clinician': '/clinic', guardian: '/guardian', safeguarding: '/safeguarding', legal: '/legal',
  'data-protection-officer': '/clinic', reviewer: '/review', administrator: '/admin', 'key-custodian': '/admin',
  'retention-manager': '/admin' }
const NOBODY = 'nobody'
const CASES_MAX = 40

/** Every address that is read, with the roles that read it; whoever is signed in reads what anybody reads as well. */
const routes = matrix.split('\n').filter((line) => line && !line.startsWith('#')).map((line) => {
  const [route, methods, who] = line.split(' ')
  const roles = who === 'anybody' ? [NOBODY] : who === 'signed-in' ? ['officer', 'administrator'] : who.replace('hidden:', '').split(',')
  const parts = route.split('/').map((part) => part.startsWith('{*') ? '.*' : part.startsWith('{') ? '[^/]+' : part)
  return { route, reads: methods.includes('GET'), roles, pattern: new RegExp(`^${parts.join('/')}$`), holes: route.split('{').length }
}).filter(({ reads }) => reads)

/** The address that a path is of: the one with the fewest places left open. */
const routeOf = (path) => routes.filter(({ pattern }) => pattern.test(path.split(/[?#]/)[0]))
  .sort((one, other) => one.holes - other.holes)[0]?.route

// Two pages of one kind differ only by what they are about. Which act, step or section it is, is a kind.
const kind = (path) => path.split('?')[0].replace(/[0-9a-f]{32}/g, 'id').replace(/\/\d+(?=\/|$)/g, '/n')

// What is saved is a file and no page.
const links = (html) => [...html.replace(/<a [^>]*\bdownload\b[^>]*>/g, '').matchAll(/href="(\/[^"#]*)"/g)]
  .map(([, href]) => href.replaceAll('&amp;', '&'))

let demo, stop, browser, cases
before(async () => {
  if (SHOTS) mkdirSync(SHOTS, { recursive: true })
  ;({ demo, stop } = await start())
  const asked = await fetch(`${demo.url}/api/v1/referrals`, { headers: { authorization: `Bearer ${demo.accounts.clinician.token}` } })
  cases = (await asked.json()).items.map(({ id }) => id)
  browser = await chromium.launch(settings)
})
after(async () => {
  await browser?.close()
  stop?.()
})

const seen = new Set()

/** An address with its places filled in, for each of some cases. */
function filled (route) {
  const places = { n: '1', index: '0', section: 'requester', act: 'safe-route', outcome: 'disclose', step: 'unit',
    basis: 'public-interest-serious-harm', approval: 'caldicott-guardian', draft: '0'.repeat(32) }
  const path = route.replace(/\{(\w+)\}/g, (place, name) => places[name] ?? place)
  return path.includes('{id}') ? cases.map((id) => path.replace('{id}', id)) : [path]
}

// Drafts are begun by a form.
const BEGINS = {
  officer: ['/officer/new', 'main button:has-text("Refer one person")'],
  'health-worker': ['/reports/new', 'main form button'],
  clinician: ['/reports/new', 'main form button']
}
// What one administrator asks for, another one confirms.
async function askedByAnother () {
  const page = await signIn(browser, demo, 'administrator-second')
  await page.goto(`${demo.url}/admin/organisation`)
  for (const choice of ['[name=sort][value=trust]', '[name=nation][value=england]']) await page.locator(choice).check({ force: true })
  for (const [name, value] of [['title', 'Northern Fictive Trust'], ['id', 'northern'], ['said', 'Their board secretary.']]) await page.fill(`[name=${name}]`, value)
  await press(page, page.locator('main form button[type=submit]'))
  await page.context().close()
}

async function begin (page, role) {
  if (role === 'administrator') await askedByAnother()
  if (!BEGINS[role]) return []
  const [at, button] = BEGINS[role]
  await page.goto(demo.url + at)
  await press(page, page.locator(button))
  const draft = new URL(page.url()).pathname.replace(/\/step\/.*/, '')
  return [page.url().replace(demo.url, ''), draft, `${draft}/check`, `${draft}/delete`]
}

/** Everything that links lead to from a role's home, and from the ways that are listed. */
async function round (role) {
  const page = role === NOBODY ? await (await browser.newContext()).newPage() : await signIn(browser, demo, role)
  const heard = await listened(page, demo.url)
  const own = routes.filter(({ roles }) => roles.includes(role))
  const waiting = role === NOBODY ? own.map(({ route }) => route).filter((route) => !route.includes('{') && !NOT_SHOWN.some((not) => not.route === route)) : [HOME[role], '/account']
  const been = new Set(), walks = new Set(), asked = new Set(), faults = []
  const take = async () => {
    while (waiting.length) {
      const path = waiting.shift()
      const route = routeOf(path)
      // One case is looked at; what the others lead to is asked of them, for what can be done differs with their state.
      if (been.has(kind(path)) && /\/[0-9a-f]{32}$/.test(path) && !asked.has(path) && asked.size < CASES_MAX) {
        asked.add(path)
        waiting.push(...links(await (await page.request.get(demo.url + path)).text()))
      }
      if (!own.some((own) => own.route === route) || been.has(kind(path)) || NOT_SHOWN.some((not) => not.file && not.route === route)) continue
      been.add(kind(path))
      seen.add(`${role} ${route}`)
      // One page that is at fault does not hide the next.
      try {
        await visited(page, heard, demo.url, path, role)
        if (FULL || !walks.has(route)) {
          await page.setViewportSize({ width: 1280, height: 900 })
          await walked(page, path)
          walks.add(route)
        }
      } catch (error) {
        faults.push(error.message)
        heard.errors.length = 0
        heard.others.clear()
      }
      waiting.push(...links(await page.content()))
    }
  }
  for (const begun of await begin(page, role)) waiting.push(begun)
  await take()
  // What no link leads to may be there all the same, for whoever has its address.
  for (const { route } of own.filter(({ route }) => !seen.has(`${role} ${route}`))) {
    for (const path of filled(route)) {
      const answer = await page.request.get(demo.url + path, { maxRedirects: 0 })
      if (answer.status() !== 200 || !answer.headers()['content-type'].startsWith('text/html')) continue
      waiting.push(path)
      break
    }
  }
  await take()
  await page.context().close()
  assert.deepEqual(faults, [])
}

test('every page of every role', { concurrency: 3 }, async (t) => {
  await Promise.all([NOBODY, ...ROLES].map((role) => t.test(role, () => round(role))))
})

test('what anybody may read is as light for somebody signed in, and holds no token of theirs', async () => {
  const page = await signIn(browser, demo, 'clinician')
  const heard = await listened(page, demo.url)
  const open = routes.filter(({ route, roles }) => roles.includes(NOBODY) && !NOT_SHOWN.some((not) => not.route === route))
  let shown = 0
  for (const { route } of open) {
    // Whoever is signed in is led on from where one signs in.
    if ((await page.request.get(demo.url + route, { maxRedirects: 0 })).status() !== 200) continue
    assert.doesNotMatch(await visited(page, heard, demo.url, route, 'signed in,'), /csrf/, route)
    shown++
  }
  assert.ok(shown > 8, `${shown} pages`)
  await page.context().close()
})

test('a page that comes slowly is painted once, as it stays', async () => {
  const page = await signIn(browser, demo, 'clinician')
  await listened(page, demo.url)
  const wire = await page.context().newCDPSession(page)
  for (const downloadThroughput of [20e3, 60e3, 200e3]) {
    await wire.send('Network.emulateNetworkConditions', { offline: false, latency: 20, downloadThroughput, uploadThroughput: 1e6 })
    await page.goto(`${demo.url}/clinic/cases`)
    await steady(page, `the table of cases at ${downloadThroughput} bytes a second`)
  }
  await page.context().close()
})

test('nothing stands in the matrix that nobody looked at', () => {
  const excused = (entry) => NOT_SHOWN.some(({ route, roles }) => entry.endsWith(` ${route}`) &&
    (!roles || roles.includes(entry.split(' ')[0])))
  const all = routes.flatMap(({ route, roles }) => roles.map((role) => `${role} ${route}`))
  assert.deepEqual(all.filter((entry) => !seen.has(entry) && !excused(entry)), [], 'a page without an entry')
  assert.deepEqual(all.filter((entry) => seen.has(entry) && excused(entry)), [], 'a page that is shown, and listed as not shown')
})
