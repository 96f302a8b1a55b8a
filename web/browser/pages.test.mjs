// The demonstration in a real browser: every kind of page of every role, at desk and telephone width, without errors in
// the console, without faults that axe finds, and without anything that must be scrolled sideways; what lists name; the
// main journey, with scripts and without; and the person's page behind code and phrase.

import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { start } from './demonstration.mjs'
import { personPage, referral, signIn } from './journey.mjs'

const axe = readFileSync(join(import.meta.dirname, '../node_modules/axe-core/axe.min.js'), 'utf8')

let demo, stop, browser

before(async () => {
  ({ demo, stop } = await start())
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
  })
})

after(async () => {
  await browser?.close()
  stop?.()
})

const AREAS = {
  officer: '/officer', 'officer-other-force': '/officer', supervisor: '/officer/countersign', 'health-worker': '/reports',
  clinician: '/clinic', 'second-clinician': '/clinic', 'clinician-other-unit': '/clinic', guardian: '/guardian',
  safeguarding: '/safeguarding', legal: '/legal', 'data-protection-officer': '/clinic', reviewer: '/review',
  administrator: '/admin', 'key-custodian': '/admin', 'retention-manager': '/admin'
}
const LISTS = ['/clinic/cases']

// What is saved is a file and no page.
const own = (text, area) =>
  [...text.replace(/<a [^>]*\bdownload\b[^>]*>/g, '').matchAll(/href="([^"#]+)"/g)].map(([, href]) => href.replaceAll('&amp;', '&'))
    .filter((href) => href === area || href.startsWith(area + '/') || href.startsWith(area + '?'))

// Two pages of one kind differ only by what they are about.
const kind = (path) => path.split('?')[0].replace(/[0-9a-f]{32}/g, 'id').replace(/\/\d+(?=\/|$)/g, '/n')

async function checked(page, path, errors) {
  const answer = await page.goto(demo.url + path)
  assert.equal(answer.status(), 200, path)
  assert.equal(await page.locator('h1').count(), 1, `${path} has one heading of the first rank`)
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 900 })
    // The menu folds a moment after the window becomes narrow.
    await page.waitForFunction((width) => document.documentElement.scrollWidth <= width, width, { timeout: 3000 })
      .catch(() => assert.fail(`${path} is wider than ${width}`))
  }
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const { violations, passes } = await window.axe.run()
    // The design system says on a radio whether what belongs to it is unfolded; ARIA has no such attribute for radios, and
    // screen readers that do not know it pass over it.
    const theirs = (rule, node) => rule === 'aria-allowed-attr' && /^<input class="nhsuk-radios__input".*aria-expanded/.test(node.html)
    const nodes = violations.flatMap((v) => v.nodes.filter((node) => !theirs(v.id, node)).map((node) => `${v.id}: ${node.html}`))
    return { held: passes.length, broken: nodes }
  })
  assert.ok(found.held > 5, `axe looked at ${path}`)
  assert.deepEqual(found.broken, [], path)
  const text = await page.evaluate(() => document.body.innerText)
  const code = text.match(/\b(ctsa|cja|ta|rta|fgm|ca|pcsc|duaa|cda|cta)\d{4}-\w+|\bn-(ta|sch|vir|safety|court)\w*|[a-z]+(-[a-z0-9]+){3,}/)
  assert.ok(!code || DELIBERATE.has(code[0]), `${path} shows the code ${code?.[0]}`)
  assert.deepEqual(errors, [], path)
  return page.content()
}
const DELIBERATE = new Set()

const open = ['/', '/how-it-works', '/rules', '/ledger', '/figures', '/receipts/check', '/about-me', '/privacy',
  '/accessibility', '/person', '/person/receipts', '/sign-in']

test('every page of every role', { concurrency: 2 }, async (t) => {
  await t.test('anybody', async () => {
    const { page, errors } = listening(await (await browser.newContext()).newPage())
    for (const path of open) await checked(page, path, errors)
    await page.context().close()
  })
  for (const [role, area] of Object.entries(AREAS)) {
    await t.test(role, async () => {
      const { page, errors } = listening(await signIn(browser, demo, role))
      const waiting = [area], seen = new Set()
      while (waiting.length) {
        const path = waiting.shift()
        if (seen.has(kind(path))) continue
        seen.add(kind(path))
        waiting.push(...own(await checked(page, path, errors), area))
      }
      await page.context().close()
    })
  }
})

function listening(page) {
  const errors = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  return { page, errors }
}

test('what a list names can be opened by whoever the list is for', async () => {
  for (const [role, area] of Object.entries(AREAS)) {
    const page = await signIn(browser, demo, role)
    const lists = [area, ...LISTS.filter((list) => list.startsWith(area))], done = new Set()
    let opened = 0
    while (lists.length) {
      const list = lists.shift()
      const answer = await page.request.get(demo.url + list)
      if (list !== area && [403, 404].includes(answer.status())) continue
      assert.equal(answer.status(), 200, `${role} at ${list}`)
      for (const path of own(await answer.text(), area)) {
        if (done.has(path)) continue
        done.add(path)
        if (/[?&](after|before)=/.test(path)) lists.push(path)
        assert.equal((await page.request.get(demo.url + path)).status(), 200, `${role}: ${list} names ${path}`)
        opened += 1
      }
    }
    if (QUEUES.has(role)) assert.ok(opened > 1, `something waits for ${role}`)
    await page.context().close()
  }
})
const QUEUES = new Set(['officer', 'supervisor', 'health-worker', 'clinician', 'second-clinician', 'guardian', 'safeguarding',
  'legal', 'reviewer'])

const WAYS = [
  ['with scripts, at a desk', 'Testa Widely', { viewport: { width: 1280, height: 900 } }],
  ['without scripts, on a telephone', 'Testa Narrowly', { viewport: { width: 375, height: 900 }, javaScriptEnabled: false }]
]
for (const [how, name, options] of WAYS) {
  test(`from an officer's question to what they read, ${how}`, () => referral(browser, demo, name, options))
  test(`the person's page, ${how}`, () => personPage(browser, demo, options))
}

// Last, for from here on the demonstration has other rules.
test('three people change the rules on the page, and nobody ticks unread', async () => {
  const at = '/rules/change'
  const as = async (role, act) => {
    const { page, errors } = listening(await signIn(browser, demo, role))
    await checked(page, at, errors)
    await act(page)
    // A form that comes back with its faults is an answer that the console calls a failure.
    errors.length = 0
    const html = await checked(page, at, errors)
    await page.context().close()
    return html
  }
  const confirm = async (page) => {
    await page.getByLabel('I have looked at what this changes').check()
    await page.getByRole('button', { name: 'Confirm this pack' }).click()
    await page.waitForLoadState()
  }
  await as('guardian', async (page) => assert.match(await page.content(), /Nothing is offered/))
  await as('administrator', async (page) => {
    await page.getByRole('button', { name: /Offer this pack.*-stricter/ }).click()
    await page.getByRole('heading', { name: /Offered: .*-stricter/ }).waitFor()
    assert.equal(await page.getByRole('button', { name: 'Confirm this pack' }).count(), 0, 'whoever offers does not confirm')
  })
  await as('legal', async (page) => {
    await page.goto(demo.url + '/legal')
    await page.getByRole('link', { name: 'Look at the change of rules' }).click()
    await page.getByRole('button', { name: 'Confirm this pack' }).click()
    await page.getByRole('alert').filter({ hasText: 'then tick the box' }).waitFor()
    await confirm(page)
    assert.match(await page.content(), /Confirmed by/)
  })
  await as('administrator-second', async (page) => {
    await confirm(page)
    assert.match(await page.content(), /In force before/)
  })
  const rules = await (await browser.newContext()).newPage()
  await rules.goto(demo.url + '/rules')
  assert.match(await rules.content(), /-stricter/)
  await rules.context().close()
})
