// The demonstration in a real browser: what lists name; each role's main journey, by pointer and by keyboard alone, with
// scripts and without, looking at every page on the way; the person's page behind code and phrase; a change of rules. Every
// page that links lead to is looked at by matrix.test.mjs.

import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { chromium } from 'playwright-core'
import { settings, start } from './demonstration.mjs'
import { personPage, press, referral, signIn, submit } from './journey.mjs'
import { listened, looked, visited } from './looking.mjs'

let demo, stop, browser

before(async () => {
  ({ demo, stop } = await start())
  browser = await chromium.launch(settings)
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
  ['with scripts, at a desk', 'Testa Widely', { viewport: { width: 1280, height: 900 }, look: true }],
  ['without scripts, on a telephone', 'Testa Narrowly', { viewport: { width: 375, height: 900 }, javaScriptEnabled: false }],
  ['by keyboard alone, with scripts', 'Testa Keys', { viewport: { width: 1280, height: 900 }, keys: true }],
  ['by keyboard alone, without scripts', 'Testa Plainkeys', { viewport: { width: 1280, height: 900 }, keys: true, javaScriptEnabled: false }]
]

/** Looks at every page that a journey comes by. */
async function looking (page, who) {
  const heard = await listened(page, demo.url)
  const been = new Map()
  return async () => {
    // A page that comes back with the faults of its form is an answer that the console calls a failure.
    heard.errors = heard.errors.filter((error) => !/status of 422/.test(error))
    const kind = page.url().replace(demo.url, '').replace(/[0-9a-f]{32}/g, 'id').replace(/\?.*/, '')
    const times = (been.get(kind) ?? 0) + 1
    been.set(kind, times)
    if (times < 4) await looked(page, heard, `${who} on the way ${kind} ${times}`)
  }
}

for (const [how, name, { look, ...options }] of WAYS) {
  const way = { ...options, ...(look && { look: looking }) }
  test(`from an officer's question to what they read, ${how}`, () => referral(browser, demo, name, way))
  test(`the person's page, ${how}`, () => personPage(browser, demo, way))
}

// What the others do most: from signing in to where their work is sent.
const WORK = {
  supervisor: ['main a[href^="/officer/countersign/"]', 'main form button'],
  'health-worker': ['main a[href="/reports/new"]', 'main form button'],
  'second-clinician': ['main a[href^="/clinic/cases/"]', 'main a[href*="/approve/"], main a[href*="/cases/"]', 'main form button'],
  safeguarding: ['main a[href^="/safeguarding/cases/"]', 'main a[href*="/facts"]'],
  legal: ['main a[href^="/legal/cases/"]', 'main a[href*="/cases/"]'],
  'data-protection-officer': ['header a[href="/account"]'],
  reviewer: ['main a[href^="/review/cases/"]', 'main a[href*="/cases/"]'],
  administrator: ['main a[href="/admin/invite"]', 'main form button'],
  'key-custodian': ['header a[href="/account"]', 'main form button, header form button'],
  'retention-manager': ['header a[href="/account"]', 'main form button, header form button']
}
for (const scripts of [true, false]) {
  test(`what the other roles do, by keyboard alone, ${scripts ? 'with' : 'without'} scripts`, { concurrency: 2 }, async (t) => {
    await Promise.all(Object.entries(WORK).map(([role, steps]) => t.test(role, async () => {
      const page = await signIn(browser, demo, role, { keys: true, javaScriptEnabled: scripts })
      for (const step of steps) {
        assert.ok(await page.locator(step).count(), `${role}: ${page.url()} has no ${step}`)
        await press(page, page.locator(step))
        assert.equal(await page.locator('h1').count(), 1, page.url())
        assert.doesNotMatch(await page.locator('h1').innerText(), /wrong|no such|not for your role/i, page.url())
      }
      await page.context().close()
    })))
  })
}

test('what an officer who has left leaves behind is found from the queue, and all of it is chosen', async () => {
  const page = await signIn(browser, demo, 'supervisor', { look: looking })
  await press(page, page.locator('main a[href="/officer/reassign"]'))
  await press(page, page.getByRole('button', { name: /^Show the referrals of / }))
  assert.match(await page.locator('main').innerText(), /This account is closed/)
  const boxes = await page.locator('main [type=checkbox]').count()
  assert.ok(boxes > 1, `${boxes} referrals`)
  assert.equal(await page.locator('main [type=checkbox]:checked').count(), boxes)
  await page.context().close()
})

test('an approval given by telephone is written down for somebody else, and nothing that was typed is lost', async () => {
  const clinician = await signIn(browser, demo, 'clinician', { look: looking })
  await clinician.goto(`${demo.url}/clinic/cases`)
  const cases = await clinician.locator('main a[href^="/clinic/cases/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  const call = clinician.locator('main a[href*="/telephone/"]')
  do await clinician.goto(demo.url + cases.shift())
  while (cases.length && !(await call.count()))
  const where = (await call.first().getAttribute('href')).replace('/clinic', '')
  await press(clinician, call)
  // The guardian is asked last, so that their queue does not name it yet; in the case they can write it down as well.
  const guardian = await signIn(browser, demo, 'guardian', { look: looking })
  await guardian.goto(`${demo.url}/guardian${where.replace(/\/telephone.*/, '')}`)
  await press(guardian, guardian.locator(`main a[href="/guardian${where}"]`))
  for (const page of [clinician, guardian]) {
    // A second clinician and the guardian are asked.
    assert.equal(await page.locator('main [type=radio][name=approval]').count(), 2)
    await page.fill('main [name=by_telephone-name]', 'second-clinician')
    await submit(page)
    assert.ok(await page.locator('.nhsuk-error-summary li').count() > 2)
    assert.equal(await page.inputValue('main [name=by_telephone-name]'), 'second-clinician')
    await page.context().close()
  }
})

// Last, for from here on the demonstration has other rules.
test('three people change the rules on the page, and nobody ticks unread', async () => {
  const at = '/rules/change'
  const as = async (role, act) => {
    const page = await signIn(browser, demo, role)
    const heard = await listened(page, demo.url)
    await visited(page, heard, demo.url, at)
    await act(page)
    // A form that comes back with its faults is an answer that the console calls a failure.
    heard.errors.length = 0
    const html = await visited(page, heard, demo.url, at)
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
