// The main journey as people make it, by forms alone: it works with scripts and without.

import assert from 'node:assert/strict'

/** Pages on which nothing is clicked: everything is reached by Tab and done by keys. */
const byKeys = new WeakSet()
/** What is done with each page that a journey comes by. */
const onTheWay = new WeakMap()
/** What a journey costs whoever makes it, for each page on which that is counted. */
const costs = new WeakMap()

export async function signIn(browser, demo, role, { keys, look, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  if (keys) byKeys.add(page)
  const account = demo.accounts[role]
  await page.goto(`${demo.url}/sign-in`)
  await write(page, 'main input[name=name]', account.name)
  await write(page, 'main input[name=password]', account.password)
  await submit(page)
  if (look) onTheWay.set(page, await look(page, role))
  return page
}

/**
 * Counts from here on what whoever makes a journey does: pages that come, taps (one on a choice, one into a field, one on a
 * button or link), characters typed, and decisions (one for each answer, one for each page that is only read or agreed to).
 * `arrive` is called with each page that comes.
 */
export function counted(page, arrive) {
  const cost = { pages: 0, taps: 0, characters: 0, decisions: 0, answersHere: 0, arrive }
  costs.set(page, cost)
  return cost
}

function answered(page, characters = 0) {
  const cost = costs.get(page)
  if (!cost) return
  cost.taps += 1
  cost.decisions += 1
  cost.answersHere += 1
  cost.characters += characters
}

async function pressed(page) {
  const cost = costs.get(page)
  if (!cost) return
  cost.taps += 1
  cost.pages += 1
  if (!cost.answersHere) cost.decisions += 1
  cost.answersHere = 0
  await cost.arrive?.()
}

/** Presses Tab until the element, or another radio of its question, has the focus. */
export async function reach(page, locator) {
  const element = await locator.first().elementHandle()
  for (let stops = 0; stops < 400; stops += 1) {
    const there = await element.evaluate((element) => {
      const now = document.activeElement
      return now === element || (element.type === 'radio' && now?.type === 'radio' && now.name === element.name)
    })
    if (there) return element
    await page.keyboard.press('Tab')
  }
  assert.fail(`${page.url()}: ${await element.evaluate((element) => element.outerHTML.slice(0, 200))} is not reached by Tab`)
}

async function write(page, field, value) {
  answered(page, value.length)
  if (!byKeys.has(page)) return page.fill(field, value)
  await reach(page, page.locator(field))
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Delete')
  // A new line is a key of its own.
  await page.keyboard.insertText(value)
}

async function choose(page, choice) {
  // What was taken over stands there already.
  if (!(await choice.first().isChecked())) answered(page)
  if (!byKeys.has(page)) return choice.check({ force: true })
  const element = await reach(page, choice)
  const done = () => element.evaluate((element) => element.checked)
  if (await done()) return
  await page.keyboard.press('Space')
  for (let presses = 0; !(await done()); presses += 1) {
    assert.ok(presses < 60, `${page.url()}: an answer cannot be chosen by arrows`)
    await page.keyboard.press('ArrowDown')
  }
}

/** Follows a link or presses a button; looks at where it leads. */
export async function press(page, locator) {
  if (byKeys.has(page)) {
    await reach(page, locator)
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
  } else {
    await Promise.all([page.waitForNavigation(), locator.first().click()])
  }
  await onTheWay.get(page)?.()
  await pressed(page)
}

export async function submit(page, button = 'main form button[type=submit]') {
  await press(page, page.locator(button))
}

export async function fill(page, answers) {
  for (const [name, value] of Object.entries(answers)) {
    for (const one of [value].flat()) {
      const choice = page.locator(`main [type=radio][name="${name}"], main [type=checkbox][name="${name}"]`)
      if (await choice.count()) await choose(page, page.locator(`main [name="${name}"][value="${one}"]`))
      else await write(page, `main [name="${name}"]`, one)
    }
  }
}

/** What an ordinary referral says, step by step; a step that is not among them is called for by none of these. */
export const ANSWERS = {
  unit: { unit: 'london' },
  question: { question: 'Is there anything that would keep the person he threatens safe?' },
  'who-asks': { asks_as: 'local-police' },
  'who-signs': { rank: 'sergeant', signed: 'yes' },
  'about-whom': { identified: 'yes' },
  'harm-to-others': { harm_to_others: 'serious', identified_victim: 'yes' },
  'harm-to-self': { harm_to_self: 'none' },
  offence: { offence: 'serious', wound: 'none' },
  purpose: { purpose_kind: 'safe' },
  'purpose-safe': { 'purpose-safe': 'prevent-serious-harm' },
  information: { item_kinds: ['little', 'today'] },
  'information-little': { 'information-little': 'safety-handling-advice' },
  'information-today': { 'information-today': 'current-risk-to-others-statement' },
  reasons: {
    items_why: 'Each changes what we do.',
    less_intrusive: 'His family was asked.',
    line_of_enquiry: 'Threats to one person.',
    balance: 'One life against one statement.'
  },
  consent: { why_not_consent: 'unsafe' },
  law: { law_kinds: 'harm' },
  'law-harm': { 'law-harm': 'public-interest-serious-harm' },
  urgency: { urgency: 'same-day' },
  more: {}
}

/**
 * Refers somebody from the officer's list on, step by step; gives the case. The person is filled in wrongly first, unless
 * the answers say who it is.
 */
export async function refer(officer, name, answers = ANSWERS) {
  await press(officer, officer.locator('main a[href="/officer/new"]'))
  await submit(officer, 'main button:has-text("Refer one person")')
  for (let steps = 0; officer.url().includes('/step/'); steps += 1) {
    assert.ok(steps < 30, `the steps end: ${officer.url()}`)
    const step = officer.url().split('/step/')[1]
    if (step === 'person' && !answers.person) await wrongPerson(officer, name)
    else {
      assert.ok(answers[step], `nothing calls for ${step}`)
      await fill(officer, answers[step])
    }
    await submit(officer)
  }
  assert.match(officer.url(), /\/check$/)
  const summary = await officer.locator('main').innerText()
  assert.ok(summary.includes(name) && summary.includes('17 May 1990'), summary)
  assert.match(summary, /pages were left out/)
  await submit(officer)
  const id = officer.url().match(/\/officer\/([0-9a-f]{32})\/sent/)?.[1]
  assert.ok(id, `it is sent: ${officer.url()}`)
  return id
}

/** Every fault at once, beside its field, and nothing typed is lost; then what is right. */
async function wrongPerson(officer, name) {
  const wrong = {
    name, 'born-day': '17', 'born-month': '5', 'born-year': '2999', age: '12', nhs_number: '999 000 0019'
  }
  await fill(officer, wrong)
  await submit(officer)
  assert.match(officer.url(), /\/step\/person$/)
  const faults = await officer.locator('.nhsuk-error-summary li').allInnerTexts()
  assert.ok(faults.length >= 2, `faults: ${faults}`)
  for (const link of await officer.locator('.nhsuk-error-summary li a').all()) {
    const field = await link.getAttribute('href')
    assert.equal(await officer.locator(`[id="${field.slice(1)}"]`).count(), 1, `${field} is on the page`)
  }
  for (const [field, typed] of Object.entries(wrong)) {
    assert.equal(await officer.inputValue(`main [name="${field}"]`), typed, `${field} is kept`)
  }
  await fill(officer, { 'born-year': '1990', age: '', nhs_number: '' })
}

const SECTIONS = {
  requester: { 'requester-identity': 'verified' },
  evidence: { 'concern-evidence': 'documented' },
  capacity: { 'person-capacity': 'has-capacity', 'person-capacity_assessed-shown': 'person-capacity_assessed' }
}

/** The clinic's part: facts, safe route, proposal with its preview, opinion. */
export async function propose(clinician, demo, id) {
  const at = `${demo.url}/clinic/cases/${id}`
  for (const [section, said] of Object.entries(SECTIONS)) {
    await clinician.goto(`${at}/facts/${section}`)
    await fill(clinician, said)
    await submit(clinician)
  }
  await clinician.goto(`${at}/safe-route`)
  await fill(clinician, { route: 'post', address: '9 Example Street\nTestford TE1 9AB', phrase: PHRASE })
  await submit(clinician)
  await clinician.goto(`${at}/propose/disclose/public-interest-serious-harm`)
  await clinician.locator('main form').first().waitFor()
  await fill(clinician, {
    items: ['current-risk-to-others-statement', 'safety-handling-advice'],
    necessity: 'She cannot be protected without it.',
    proportionality: 'One statement, to one officer.',
    'content-current-risk-to-others-statement': CONTENT,
    'reasons-current-risk-to-others-statement': REASON,
    'content-safety-handling-advice': 'Speak slowly.'
  })
  // An item without a reason of its own is not even previewed, and nothing typed is lost.
  await submit(clinician)
  const faults = await clinician.locator('.nhsuk-error-summary li').allInnerTexts()
  assert.equal(faults.length, 1, `one item has no reason: ${faults}`)
  assert.equal(await clinician.inputValue('main [name="content-current-risk-to-others-statement"]'), CONTENT)
  await fill(clinician, { 'reasons-safety-handling-advice': 'He hears voices and is easily frightened.' })
  await submit(clinician)
  const preview = await clinician.locator('main').innerText()
  assert.match(preview, /Nothing has been recorded yet[\s\S]*INVENTED/)
  assert.ok(preview.includes(REASON), preview)
  await submit(clinician, 'main button[value=send]')
  await approve(clinician, `${at}/approve/1/treating-clinician-opinion`)
}

async function approve(page, address) {
  await page.goto(address)
  await agree(page)
}

/** Agrees on the page of an approval. */
export async function agree(page) {
  const yes = page.locator('main [type=radio]').first()
  if (await yes.count()) await choose(page, yes)
  await fill(page, { reasons: 'This is the least that answers it.' })
  await submit(page)
  assert.match(page.url(), /done=approve/, 'the approval is recorded')
}

const PHRASE = 'amber kites over the estuary'
const CONTENT = 'INVENTED: a present risk to one named person.'
const REASON = 'Only this says whom to protect.'

/** From the officer's question to what they read. */
export async function referral(browser, demo, name, options) {
  const officer = await signIn(browser, demo, 'officer', options)
  const id = await refer(officer, name)
  const clinician = await signIn(browser, demo, 'clinician', options)
  const guardian = await signIn(browser, demo, 'guardian', options)
  await propose(clinician, demo, id)
  await approve(guardian, `${demo.url}/guardian/cases/${id}/approve/1/caldicott-guardian`)
  const until = Date.now() + 30_000
  let seen = ''
  while (!seen.includes('Read disclosure 1')) {
    assert.ok(Date.now() < until, `the officer can read it: ${seen}`)
    await officer.goto(`${demo.url}/officer/${id}`)
    seen = await officer.locator('main').innerText()
  }
  await press(officer, officer.getByText('Read disclosure 1'))
  for (let n = 0; n < 3 && !(await officer.locator('main').innerText()).includes(CONTENT); n += 1) {
    for (const box of await officer.locator('main [type=checkbox]').all()) await choose(officer, box)
    await submit(officer)
  }
  const left = await officer.locator('main').innerText()
  assert.ok(left.includes(CONTENT), 'the officer reads what left')
  assert.ok(!left.includes(REASON), 'and never why it was needed')
  for (const page of [officer, clinician, guardian]) await page.context().close()
}

/** The person's page by code and phrase; a wrong phrase shows the constant answer and nothing else. */
export async function personPage(browser, demo, { keys, look, ...options } = {}) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  if (keys) byKeys.add(page)
  if (look) onTheWay.set(page, await look(page, 'person'))
  const enter = async (phrase) => {
    await page.goto(`${demo.url}/person`)
    await write(page, 'main form input:not([type=hidden]) >> nth=0', demo.person.code)
    await write(page, 'main form input:not([type=hidden]) >> nth=1', phrase)
    await submit(page)
    return page.locator('main').innerText()
  }
  const wrong = await enter('not the phrase')
  assert.doesNotMatch(wrong, /Who asked/)
  const seen = await enter(demo.person.second_fact)
  const headings = ['Who asked', 'What was decided', 'Who looked', 'What happens next', 'If you think this was wrong']
  for (const heading of headings) assert.ok(seen.includes(heading), `${heading}: ${seen}`)
  await context.close()
}
