// A clinic's ordinary day in a real browser, at a desk and on a telephone, with scripts and without: searching, taking,
// time with one click and its undoing, handing over, standing back, the rota, and a delegation. With CANDOUR_SHOTS=<folder>
// each page is kept as a picture.

import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { start, settings } from './demonstration.mjs'
import { signIn } from './journey.mjs'

const axe = readFileSync(join(import.meta.dirname, '../node_modules/axe-core/axe.min.js'), 'utf8')
let demo, stop, browser

before(async () => {
  ({ demo, stop } = await start())
  browser = await chromium.launch(settings)
})

after(async () => {
  await browser?.close()
  stop?.()
})

const press = (page, button) => Promise.all([page.waitForNavigation(), page.locator(button).first().click()])
/** Unfolds a row of a page, which needs no script. */
const unfold = (page, name) => page.locator('summary', { hasText: name }).first().click()

/** Looks at a page as axe does where scripts run, sees that nothing is wider than the window, and keeps pictures of it. */
async function look(page, what, scripts) {
  assert.equal(await page.locator('h1').count(), 1, what)
  if (scripts) {
    await page.evaluate(axe)
    const broken = await page.evaluate(async () => {
      const { violations } = await window.axe.run()
      const theirs = (rule, node) => rule === 'aria-allowed-attr' && /^<input class="nhsuk-radios__input".*aria-expanded/.test(node.html)
      return violations.flatMap((v) => v.nodes.filter((node) => !theirs(v.id, node)).map((node) => `${v.id}: ${node.html}`))
    })
    assert.deepEqual(broken, [], what)
  }
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 })
    if (scripts) {
      await page.waitForFunction((width) => document.documentElement.scrollWidth <= width, width, { timeout: 3000 })
        .catch(() => assert.fail(`${what} is wider than ${width}`))
    }
    if (process.env.CANDOUR_SHOTS && scripts) {
      await page.screenshot({ path: join(process.env.CANDOUR_SHOTS, `day ${what} ${width}.png`), fullPage: true })
    }
  }
}

for (const [how, javaScriptEnabled] of [['with scripts', true], ['without scripts', false]]) {
  test(`an ordinary day, ${how}`, async () => {
    const clinician = await signIn(browser, demo, 'clinician', { javaScriptEnabled })
    await clinician.goto(`${demo.url}/clinic?show=nobody`)
    await look(clinician, 'queue nobody', javaScriptEnabled)
    // Whoever stood back from the one case cannot be handed it again, so the other way takes another one.
    const rows = clinician.locator('.clinic-queue > li')
    const row = javaScriptEnabled ? rows.first() : rows.last()
    const href = await row.locator('a').getAttribute('href')
    const reference = (await row.locator('.nhsuk-task-list__hint').first().innerText()).split(',')[0].trim()

    // Searching: by a person's number, that nobody has; by a reference, which leads to its case.
    await clinician.goto(`${demo.url}/clinic/search`)
    await clinician.locator('[name=by][value="nhs-number"]').check({ force: true })
    await clinician.fill('[name=nhs_number]', '999 000 001')
    await press(clinician, 'main form button[type=submit]')
    await look(clinician, 'search fault', javaScriptEnabled)
    assert.equal(await clinician.inputValue('[name=nhs_number]'), '999 000 001')
    await clinician.fill('[name=nhs_number]', '999 000 0018')
    await press(clinician, 'main form button[type=submit]')
    assert.match(await clinician.locator('main').innerText(), /No case was found/)
    assert.ok(!(await clinician.content()).includes('999 000 0018') && !new URL(clinician.url()).search.includes('999') && new URL(clinician.url()).pathname === '/clinic/search')
    await look(clinician, 'search nothing', javaScriptEnabled)
    await clinician.locator('[name=by][value=reference]').check({ force: true })
    await clinician.fill('[name=reference]', reference.toLowerCase())
    await press(clinician, 'main form button[type=submit]')
    assert.ok(clinician.url().endsWith(href), clinician.url())

    // Taking it, and a quarter of an hour with its undoing.
    await press(clinician, 'button:has-text("Take this case")')
    assert.match(await clinician.locator('main').innerText(), /This case is yours to see to/)
    await unfold(clinician, 'Time spent: none yet')
    await press(clinician, '.clinic-time button[value="15"]')
    assert.match(await clinician.locator('main').innerText(), /15 minutes are recorded/)
    await look(clinician, 'case with time', javaScriptEnabled)
    await press(clinician, 'button:has-text("Undo")')
    assert.match(await clinician.locator('main').innerText(), /The record of time is taken back/)

    // Handing it over, with a note that the colleague reads.
    await clinician.goto(`${demo.url}${href}/hand-over`)
    await look(clinician, 'hand over', javaScriptEnabled)
    await clinician.locator('[name=to]').first().check({ force: true })
    await clinician.fill('[name=note]', 'Ring the force back before four.')
    await press(clinician, 'main form button[type=submit]')
    assert.match(await clinician.locator('main').innerText(), /This case is with/)
    const colleague = await signIn(browser, { ...demo, accounts: { ...demo.accounts, colleague: second() } }, 'colleague', { javaScriptEnabled })
    await colleague.goto(`${demo.url}/clinic?show=own`)
    assert.ok((await colleague.content()).includes(href))
    await look(colleague, 'queue own', javaScriptEnabled)
    await colleague.goto(`${demo.url}${href}`)
    assert.match(await colleague.locator('main').innerText(), /Ring the force back before four/)

    // Standing back: the case is closed to them from then on, and the queue says that somebody else is needed.
    await unfold(colleague, 'More you can do')
    await press(colleague, 'a:has-text("Declare a conflict of interest")')
    assert.equal(await colleague.inputValue('[name=reference]'), reference)
    await look(colleague, 'conflict', javaScriptEnabled)
    await colleague.locator('[name=why][value="treats-person"]').check({ force: true })
    await press(colleague, 'main form button[type=submit]')
    assert.match(await colleague.locator('main').innerText(), /You stand back from this case/)
    assert.match(await colleague.locator('main').innerText(), /Needs somebody else/i)
    await look(colleague, 'queue stands back', javaScriptEnabled)
    const answer = await colleague.goto(`${demo.url}${href}`)
    assert.equal(answer.status(), 409)
    await look(colleague, 'closed to them', javaScriptEnabled)
    const guardian = await signIn(browser, demo, 'guardian', { javaScriptEnabled })
    await guardian.goto(`${demo.url}${href.replace('/clinic', '/guardian')}`)
    await unfold(guardian, 'Who stands back')
    assert.match(await guardian.locator('main').innerText(), /they treat the person/)
    await look(guardian, 'guardian sees why', javaScriptEnabled)
    for (const page of [clinician, colleague, guardian]) await page.context().close()
  })

  test(`the rota and a delegation, ${how}`, async () => {
    const administrator = await signIn(browser, demo, 'administrator', { javaScriptEnabled })
    await administrator.goto(`${demo.url}/admin/rota`)
    await look(administrator, 'rota', javaScriptEnabled)
    await administrator.goto(`${demo.url}/admin/rota/new`)
    await look(administrator, 'rota new', javaScriptEnabled)
    await administrator.locator('[name=kind][value=duty]').check({ force: true })
    await administrator.locator('label:has-text("(Clinician)")').first().click()
    for (const part of ['first', 'last']) {
      for (const [box, value] of Object.entries({ day: '3', month: '1', year: String(new Date().getFullYear() + 1) })) {
        await administrator.fill(`[name=${part}-${box}]`, value)
      }
    }
    await press(administrator, 'main form button[type=submit]')
    assert.match(await administrator.locator('main').innerText(), /It is on the rota/)
    await look(administrator, 'rota undo', javaScriptEnabled)
    await press(administrator, 'button:has-text("Undo")')
    assert.match(await administrator.locator('main').innerText(), /It is taken off the rota/)

    const guardian = await signIn(browser, demo, 'guardian', { javaScriptEnabled })
    await guardian.goto(`${demo.url}/guardian/delegations/new`)
    await look(guardian, 'delegate', javaScriptEnabled)
    await press(guardian, 'main form button[type=submit]')
    assert.ok(await guardian.locator('.nhsuk-error-summary li').count() >= 4)
    await look(guardian, 'delegate fault', javaScriptEnabled)
    await guardian.goto(`${demo.url}/guardian/delegations`)
    await look(guardian, 'delegations', javaScriptEnabled)
    const reviewer = await signIn(browser, demo, 'reviewer', { javaScriptEnabled })
    for (const [what, address] of [['searches', '/review/searches'], ['review delegations', '/review/delegations']]) {
      await reviewer.goto(`${demo.url}${address}`)
      await look(reviewer, what, javaScriptEnabled)
    }
    for (const page of [administrator, guardian, reviewer]) await page.context().close()
  })
}

/** An account of the demonstration that its contract does not name. */
function second() {
  return JSON.parse(readFileSync(join(demo.ledger.dir, '../../accounts.json'))).accounts['clinician-second']
}
