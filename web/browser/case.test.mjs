// The page of a case: what a reader needs is there at once, nothing that is said of the case is missing from its HTML, and
// whatever is folded unfolds without a script, by keyboard and on paper.

import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { chromium } from 'playwright-core'
import { settings, start } from './demonstration.mjs'
import { reach, signIn } from './journey.mjs'

// Pixels: a clinician reads it between two patients, so that it ends after three screens of a desk and six of a telephone.
const HEIGHT_MAX = { 1280: 2600, 390: 5000 }
const SCREEN = 844
const AREAS = { clinician: '/clinic', guardian: '/guardian', reviewer: '/review', 'data-protection-officer': '/clinic',
  'second-clinician': '/clinic', safeguarding: '/safeguarding', legal: '/legal' }

let demo, stop, browser, listed
before(async () => {
  ({ demo, stop } = await start())
  browser = await chromium.launch(settings)
  listed = (await api('clinician', '/api/v1/referrals')).items.map(({ id }) => id)
})

after(async () => {
  await browser?.close()
  stop?.()
})

async function api (role, path) {
  const answer = await fetch(demo.url + path, { headers: { authorization: `Bearer ${demo.accounts[role].token}` } })
  return answer.ok ? answer.json() : null
}

/** The cases that a role can look at: those of the unit, and what its own queue leads to. */
async function cases (page, role) {
  const queue = await (await page.request.get(demo.url + AREAS[role])).text()
  const found = [...new Set([...listed, ...[...queue.matchAll(/\/cases\/([0-9a-f]{32})/g)].map(([, id]) => id)])]
  const views = []
  for (const id of found) {
    const view = await api(role, `/api/v1/referrals/${id}`)
    if (view) views.push(view)
  }
  return views
}

/** Everything that is said of a case, text by text. */
function said (view) {
  const { verdict, person } = view
  const words = [view.reference, view.question, view.asked_by, view.force, view.sent, view.unit,
    // What names nobody has nobody to be told.
    ...(verdict || view.notices.length ? [view.person_knows, view.route] : []),
    person?.name, person?.date_of_birth, person?.nhs_number, person?.address,
    ...view.facts.flatMap(({ label, value }) => [label, value]),
    ...view.timeline.flatMap(({ at, what, who, text }) => [at, what, who, text]),
    ...view.advice.flatMap(({ at, text }) => [at, text]),
    ...view.tasks.flatMap(({ task, clock }) => [task, clock]),
    ...view.conflicts.flatMap(({ who, why, text }) => [who, why, text]),
    ...view.notices.flatMap(({ state, rule }) => [state, rule.name])]
  for (const { outcome, basis, provision, items, conditions, after, notice } of verdict?.open ?? []) {
    words.push(outcome.name, basis?.name, provision, notice.name, ...[...items, ...conditions, ...after].map(({ name }) => name))
  }
  for (const { outcome, basis, reasons } of verdict?.closed ?? []) {
    words.push(outcome.name, basis?.name, ...reasons.flatMap(({ sentence, law }) => [sentence, law]))
  }
  for (const made of view.proposals) {
    words.push(made.by, made.at, made.necessity, made.proportionality, made.advice, made.waits_for, made.under,
      ...[...made.items, ...made.conditions, ...made.after].map(({ name }) => name),
      ...[...made.content, ...made.whole].map(({ text }) => text), ...(made.reasons ?? []).map(({ reason }) => reason),
      ...made.approvals.flatMap(({ who, at, reasons }) => [who, at, reasons]))
  }
  for (const breach of view.breaches) {
    words.push(breach.what, breach.by, breach.happened, breach.aware, breach.report_by, breach.delay,
      breach.concerns_another && breach.route,
      ...[breach.commissioner, breach.telling].flatMap(({ what, who, text }) => [what, who, text]),
      ...breach.notes.flatMap(({ who, at, text }) => [who, at, text]))
  }
  return words.filter(Boolean).map(plain)
}
const plain = (text) => text.replace(/\s+/g, ' ').trim()

test('the page of a case is short and whole', { concurrency: 2 }, async (t) => {
  await Promise.all(Object.keys(AREAS).map((role) => t.test(role, () => shortAndWhole(role))))
})

async function shortAndWhole (role) {
  // Without scripts, so that what is found is what the server sent.
  const page = await signIn(browser, demo, role, { javaScriptEnabled: false })
  const scripted = await signIn(browser, demo, role)
  const views = await cases(page, role)
  assert.ok(views.length > 5, `${views.length} cases`)
  for (const view of views) {
    const path = `${AREAS[role]}/cases/${view.id}`
    await page.goto(demo.url + path)
    const text = plain(await page.locator('main').textContent())
    const missing = said(view).filter((words) => !text.includes(words))
    assert.deepEqual(missing, [], `${role} ${path} does not say it`)
    await scripted.goto(demo.url + path)
    for (const [width, most] of Object.entries(HEIGHT_MAX)) {
      await scripted.setViewportSize({ width: Number(width), height: SCREEN })
      const { height, glance, asked } = await scripted.evaluate(() => ({ height: document.documentElement.scrollHeight,
        glance: document.querySelector('.clinic-glance').getBoundingClientRect().top + scrollY,
        asked: document.querySelector('#asked').getBoundingClientRect().top + scrollY }))
      assert.ok(height <= most, `${role} ${path} is ${height} pixels high at ${width}`)
      assert.ok(glance < SCREEN && asked < SCREEN * (width < 700 ? 1.5 : 1), `${role} ${path} at ${width}: ${glance}, ${asked}`)
    }
    await looked(scripted, view, `${role} ${path}`)
  }
  for (const visitor of [page, scripted]) await visitor.context().close()
}

/** What waits for the reader is open, each row says what it is, and headings stay in order. */
async function looked (page, view, what) {
  const { rows, levels } = await page.evaluate(() => ({
    rows: [...document.querySelectorAll('.clinic-fold')].map((row) => ({ id: row.id, open: row.open,
      said: row.querySelector('summary').innerText.split('\n').filter((line) => line.trim()).length })),
    levels: [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')].map((heading) => Number(heading.tagName[1]))
  }))
  assert.ok(rows.length >= 1, what)
  for (const { id, open, said } of rows) {
    assert.ok(said >= 2, `${what}: the row ${id} says what it is, and how much or what came last`)
    const [, kind, n] = id.match(/^(proposal|breach)-(\d+)$/) ?? []
    const about = kind === 'breach' ? 1_000_000 + Number(n) : Number(n)
    assert.equal(open, view.tasks.some((task) => task.n === about && task.kind !== 'direct-notice'), `${what}: ${id}`)
  }
  levels.forEach((level, n) => assert.ok(n === 0 || level <= levels[n - 1] + 1, `${what}: heading ${n} is of level ${level}`))
}

/** The longest of the clinician's cases. */
async function longest (page) {
  const views = await cases(page, 'clinician')
  return views.sort((one, other) => said(other).join().length - said(one).join().length)[0]
}

for (const [how, javaScriptEnabled] of [['with scripts', true], ['without scripts', false]]) {
  test(`every row unfolds by keyboard alone, ${how}`, async () => {
    const page = await signIn(browser, demo, 'clinician', { keys: true, javaScriptEnabled })
    const view = await longest(page)
    await page.goto(`${demo.url}/clinic/cases/${view.id}`)
    const folded = page.locator('main details:not([open]) > summary')
    // What was folded within another row is found once that one is open.
    for (let opened = 0; await folded.count(); opened += 1) {
      assert.ok(opened < 40, 'a row does not unfold')
      const before = await page.locator('main details[open]').count()
      await reach(page, folded)
      await page.keyboard.press('Enter')
      assert.equal(await page.locator('main details[open]').count(), before + 1)
    }
    const shown = plain(await page.locator('main').innerText())
    for (const words of ['The gate knows these and nothing else', plain(view.timeline[0].what)]) assert.ok(shown.includes(words), words)
    await page.context().close()
  })
}

test('on paper nothing is folded', async () => {
  const page = await signIn(browser, demo, 'clinician')
  await page.goto(`${demo.url}/clinic/cases/${(await longest(page)).id}`)
  const hidden = () => page.evaluate(() => [...document.querySelectorAll('main details:not(.clinic-more)')]
    .filter((row) => !row.lastElementChild.checkVisibility()).map((row) => row.id || row.innerText))
  assert.ok((await hidden()).length > 3, 'on a screen it is folded')
  await page.emulateMedia({ media: 'print' })
  assert.deepEqual(await hidden(), [])
  await page.context().close()
})
