// What the journeys of people in a hurry cost, at a telephone's width and without a mouse: how many pages come, how many
// taps, how many characters, how many decisions. The structure is held; the time is an estimate, printed for
// docs/journeys.md and never asserted.

import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { chromium } from 'playwright-core'
import { settings, start } from './demonstration.mjs'
import { ANSWERS, agree, counted, fill, press, propose, refer, signIn, submit } from './journey.mjs'

const INPUTS_MAX = 12
// Seconds of the keystroke-level model (Card, Moran and Newell 1980): preparing for a decision, pointing and tapping; a
// character at 36 words a minute on a telephone (Palin and others 2019); and one second for a page to come.
const DECISION_S = 1.35, TAP_S = 1.1, CHARACTER_S = 0.33, PAGE_S = 1
const TELEPHONE = { viewport: { width: 390, height: 844 }, keys: true }

const person = (name) => ({ name, 'born-day': '17', 'born-month': '5', 'born-year': '1990' })
const ORDINARY = {
  ...ANSWERS,
  person: person('Testa Ordinary'),
  question: {
    question: 'He told two colleagues on Monday that he will hurt his brother, who lives with him. Is there a risk that we ' +
      'should plan for when we visit, and what would keep the brother safe?'
  },
  reasons: {
    items_why: 'The risk decides whether we visit today. The advice decides how.',
    less_intrusive: 'We asked his family and his employer. Neither knows.',
    line_of_enquiry: 'Threats to kill, reported on Monday.',
    balance: 'His brother’s life against one statement about him.'
  }
}
const EMERGENCY = {
  ...ANSWERS,
  person: person('Testa Emergency'),
  question: { question: 'He has locked himself in with his brother and a knife. What keeps both alive?' },
  'harm-to-others': { harm_to_others: 'imminent-serious', identified_victim: 'yes' },
  information: { item_kinds: 'today' },
  reasons: { items_why: 'To negotiate.', less_intrusive: 'There is no time.' },
  consent: { why_not_consent: 'impracticable' },
  urgency: { urgency: 'immediate' }
}

let demo, stop, browser, id
before(async () => {
  ({ demo, stop } = await start())
  browser = await chromium.launch(settings)
  // Most officers have referred somebody before: what they said of themselves then is taken over.
  const officer = await signIn(browser, demo, 'officer')
  id = await refer(officer, 'Testa Before')
  await officer.context().close()
})
after(async () => {
  await browser?.close()
  stop?.()
})

const visibleInputs = (page) => page.evaluate(() =>
  [...document.querySelectorAll('main input, main textarea, main select')]
    .filter((input) => input.type !== 'hidden' && input.checkVisibility({ visibilityProperty: true })).length)

/** Plays a journey by keys alone, counts it, holds its structure and prints what it costs. */
async function played(what, role, pagesMax, play) {
  const page = await signIn(browser, demo, role, TELEPHONE)
  const most = { inputs: 0 }
  const cost = counted(page, async () => {
    const inputs = await visibleInputs(page)
    assert.ok(inputs <= INPUTS_MAX, `${what}: ${page.url()} shows ${inputs} inputs`)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(wide <= TELEPHONE.viewport.width, `${what}: ${page.url()} is ${wide} pixels wide`)
    most.inputs = Math.max(most.inputs, inputs)
  })
  await play(page)
  const { pages, taps, characters, decisions } = cost
  const seconds = decisions * DECISION_S + taps * TAP_S + characters * CHARACTER_S + pages * PAGE_S
  console.log(`journey: ${what}: ${pages} pages, ${taps} taps, ${characters} characters, ${decisions} decisions, ` +
    `at most ${most.inputs} inputs a page; estimate ${Math.round(seconds)} s`)
  assert.ok(pages > 0 && pages <= pagesMax, `${what} has ${pages} pages, of ${pagesMax} at most`)
  await page.context().close()
}

test('an ordinary referral', () => played('an ordinary referral', 'officer', 23, (page) => refer(page, ORDINARY.person.name, ORDINARY)))

test('an emergency', () => played('an emergency', 'officer', 22, async (page) => {
  await refer(page, EMERGENCY.person.name, EMERGENCY)
  assert.match(await page.locator('main').innerText(), /danger/i)
}))

test('general advice', () => played('general advice', 'officer', 3, async (page) => {
  await press(page, page.locator('main a[href="/officer/new"]'))
  await press(page, page.locator('main a[href="/officer/enquiry"]'))
  await fill(page, {
    question: 'How should we speak to somebody who hears voices and is frightened of uniforms?', unit: 'london'
  })
  await submit(page)
  assert.match(page.url(), /\/sent$/)
}))

test('a guardian’s decision', async () => {
  const clinician = await signIn(browser, demo, 'clinician')
  await propose(clinician, demo, id)
  await clinician.context().close()
  await played('a guardian’s decision', 'guardian', 3, async (page) => {
    await press(page, page.locator(`main a[href^="/guardian/cases/${id}"]`))
    await press(page, page.locator('main a[href$="/approve/1/caldicott-guardian"]'))
    await agree(page)
  })
})

test('what an officer said of themselves is taken over, and their signature is not', async () => {
  const page = await signIn(browser, demo, 'officer', TELEPHONE)
  await press(page, page.locator('main a[href="/officer/new"]'))
  await submit(page, 'main button:has-text("Refer one person")')
  for (const [step, field, value] of [['unit', 'unit', 'london'], ['who-asks', 'asks_as', 'local-police'], ['who-signs', 'rank', 'sergeant']]) {
    await page.goto(page.url().replace(/step\/.*/, `step/${step}`))
    assert.ok(await page.locator(`main [name="${field}"][value="${value}"]`).isChecked(), `${field} is taken over`)
    assert.match(await page.locator('main').innerText(), /what you said in your last referral/)
  }
  assert.equal(await page.locator('main [name=signed]').isChecked(), false)
  await page.context().close()
})
