// Every page of every role in Welsh: nothing of ours is left in English, nothing breaks out of a telephone's width, and the
// page says that a machine drafted it. And how a page would look that is written from right to left.

import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { settings, start } from './demonstration.mjs'
import { SHOTS, accessible } from './looking.mjs'

const axe = readFileSync(join(import.meta.dirname, '../node_modules/axe-core/axe.min.js'), 'utf8')
const HOME = { nobody: '/', officer: '/officer', supervisor: '/officer/countersign', 'health-worker': '/reports', clinician: '/clinic',
  'second-clinician': '/clinic', guardian: '/guardian', safeguarding: '/safeguarding', legal: '/legal',
  'data-protection-officer': '/clinic', reviewer: '/review', administrator: '/admin', 'key-custodian': '/admin' }
const MORE = { nobody: ['/sign-in', '/person', '/person/receipts', '/enrol'], supervisor: ['/officer/reassign'] }
const ENGLISH = /\b(the|and|that|which|with|from|was|were|have|has|not|they|their|whoever|nobody|somebody|you|your|this|are|of)\b/i
// What people wrote, the law's own name for itself, and what a pack is called.
const THEIRS = '.candour-law, .candour-said, .candour-text, .clinic-quote, .clinic-supplier, .clinic-lines, .clinic-say, code'
const CITED = /\b(Act|Sch) \d|GMC |UK GDPR|NHS England, |england-and-wales|The Guardian|Board papers|duty of candour/

const looked = new Set()
let demo, stop, browser
before(async () => {
  ({ demo, stop } = await start())
  browser = await chromium.launch(settings)
})
after(async () => {
  await browser?.close()
  stop?.()
})

const kind = (path) => path.split('?')[0].replace(/[0-9a-f]{32}/g, 'id').replace(/\/\d+(?=\/|$)/g, '/n')

async function visitor (role, language) {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 } })
  if (language) await context.addCookies([{ name: 'candour-language', value: language, url: demo.url }])
  const page = await context.newPage()
  if (role !== 'nobody') {
    await page.goto(`${demo.url}/sign-in`)
    await page.fill('main input[name=name]', demo.accounts[role].name)
    await page.fill('main input[name=password]', demo.accounts[role].password)
    await Promise.all([page.waitForNavigation(), page.click('main form button[type=submit]')])
  }
  return page
}

/** Every text of the page that a reader meets, with what it stands in. */
const texts = (theirs) => {
  const found = [document.title]
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) {
    if (!walk.currentNode.parentElement.closest(theirs)) found.push(walk.currentNode.textContent.trim().replace(/\s+/g, ' '))
  }
  for (const name of ['aria-label', 'title', 'alt', 'placeholder']) {
    for (const element of document.querySelectorAll(`[${name}]`)) found.push(element.getAttribute(name))
  }
  return found
}

for (const role of Object.keys(HOME)) {
  test(`in Welsh: ${role}`, async () => {
    const page = await visitor(role, 'cy')
    const queue = [HOME[role], ...(MORE[role] ?? []), ...(role === 'nobody' ? [] : ['/account'])]
    const seen = new Set()
    const left = []
    while (queue.length) {
      const path = queue.shift()
      if (seen.has(kind(path))) continue
      seen.add(kind(path))
      const answer = await page.goto(demo.url + path)
      if (!(answer.headers()['content-type'] ?? '').startsWith('text/html')) continue
      assert.equal(answer.headers()['content-language'], 'cy', path)
      assert.equal(await page.getAttribute('html', 'lang'), 'cy', path)
      assert.equal(await page.locator('.candour-draft').count(), 1, path)
      for (const text of await page.evaluate(texts, THEIRS)) {
        if (ENGLISH.test(text) && !CITED.test(text)) left.push(`${path}: ${text.slice(0, 120)}`)
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      assert.ok(wide <= 320, `${path} is ${wide} pixels wide`)
      // What the markup is does not depend on the role, so one of them is looked at for each kind of page.
      if (!looked.has(kind(path))) {
        looked.add(kind(path))
        await page.evaluate(axe)
        const { violations } = await page.evaluate(() => globalThis.axe.run())
        // The design system's own, as in clinic-day.test.mjs.
        const ours = violations.filter(({ id }) => id !== 'aria-allowed-attr')
        assert.deepEqual(ours.map(({ id }) => id), [], path)
      }
      if (SHOTS) await page.screenshot({ path: join(SHOTS, `cy ${role}${kind(path).replaceAll('/', ' ')} 320.png`), fullPage: true })
      const links = await page.$$eval('a[href^="/"]:not([download])', (all) => all.map((a) => a.getAttribute('href')))
      queue.push(...links.filter((link) => !link.startsWith('/language') && !link.startsWith('/assets') && !link.includes('/file')))
    }
    assert.deepEqual(left, [])
    assert.ok(seen.size >= 3, `${seen.size}`)
    await page.context().close()
  })
}

/** Presses the button of the other language on a page that answers what was sent; gives the language of what comes. */
async function inOther (page) {
  const address = page.url()
  const [answer] = await Promise.all([page.waitForNavigation(), page.click('header button[name=language]')])
  assert.equal(page.url(), address)
  const language = await page.getAttribute('html', 'lang')
  assert.equal(answer.headers()['content-language'], language)
  return language
}

test('a person reads their page, and what they can save, in either language, and nothing that they typed stands in it', async () => {
  for (const [path, english, welsh] of [['/person', 'Who asked', 'Pwy ofynnodd'], ['/person/receipts', 'Save this', 'Cadw']]) {
    const page = await visitor('nobody')
    await page.goto(demo.url + path)
    await page.fill('[name=code]', demo.person.code)
    await page.fill('[name=phrase]', demo.person.second_fact)
    await Promise.all([page.waitForNavigation(), page.click('main form button[type=submit]')])
    const reads = async (language, word) => {
      assert.equal(await page.getAttribute('html', 'lang'), language)
      assert.ok((await page.locator('main').innerText()).includes(word), word)
      const html = await page.content()
      for (const secret of [demo.person.code, demo.person.second_fact]) assert.ok(!html.includes(secret), path)
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 320, path)
      await accessible(page, `${path} in ${language}`)
    }
    await reads('en-GB', english)
    assert.equal(await inOther(page), 'cy')
    await reads('cy', welsh)
    assert.equal(await inOther(page), 'en-GB')
    await reads('en-GB', english)
    // What is not as it was sealed opens nothing: code and phrase are asked for, in the language that was chosen.
    await page.evaluate(() => { document.querySelector('header [name=again]').value = 'AAAA' })
    assert.equal(await inOther(page), 'cy')
    assert.equal(await page.locator('main [name=phrase]').count(), 1)
    await page.context().close()
  }
})

test('the language is chosen on any page, kept, and asked of the browser where nothing was chosen', async () => {
  const page = await visitor('nobody')
  await page.goto(`${demo.url}/privacy`)
  assert.equal(await page.getAttribute('html', 'lang'), 'en-GB')
  assert.equal(await page.locator('.candour-draft').count(), 0)
  await Promise.all([page.waitForNavigation(), page.click('a[hreflang=cy]')])
  assert.equal(new URL(page.url()).pathname, '/privacy')
  assert.equal(await page.getAttribute('html', 'lang'), 'cy')
  await page.goto(`${demo.url}/how-it-works`)
  assert.equal(await page.getAttribute('html', 'lang'), 'cy')
  const [cookie] = await page.context().cookies()
  assert.deepEqual([cookie.name, cookie.value, cookie.httpOnly, cookie.sameSite], ['candour-language', 'cy', true, 'Lax'])
  // What was sent has no address: it is sent again, and of what was typed in vain nothing is carried along.
  await page.goto(`${demo.url}/person`)
  await page.fill('[name=code]', 'AAAA')
  await page.fill('[name=phrase]', 'dim byd o gwbl')
  await Promise.all([page.waitForNavigation(), page.click('main form button[type=submit]')])
  assert.equal(await page.locator('a[hreflang]').count(), 0)
  assert.equal(await page.getAttribute('html', 'lang'), 'cy')
  const welsh = await page.locator('h1').innerText()
  assert.equal(await page.locator('[name=again]').count(), 0)
  assert.equal(await inOther(page), 'en-GB')
  assert.notEqual(await page.locator('h1').innerText(), welsh)
  assert.equal(await inOther(page), 'cy')
  assert.equal(await page.locator('h1').innerText(), welsh)
  await page.goto(`${demo.url}/language?to=en&back=//elsewhere.example/`)
  assert.equal(new URL(page.url()).origin, demo.url)
  assert.equal(await page.getAttribute('html', 'lang'), 'en-GB')
  await page.context().close()

  const asking = await browser.newContext({ locale: 'cy-GB' })
  const first = await asking.newPage()
  await first.goto(demo.url)
  assert.equal(await first.getAttribute('html', 'lang'), 'cy')
  await asking.close()
  const api = await fetch(`${demo.url}/api/v1/referrals/none`, { headers: { 'accept-language': 'cy', cookie: 'candour-language=cy' } })
  assert.equal(api.headers.get('content-language'), null)
})

// No language of ours is written from right to left yet. What such a page would be sent differs by two attributes.
test('pages stand as well from right to left', async () => {
  for (const [role, paths] of Object.entries({ nobody: ['/', '/rules', '/ledger', '/person'], clinician: ['/clinic'], officer: ['/officer'] })) {
    const page = await visitor(role)
    await page.route('**/*', async (route) => {
      if (route.request().resourceType() !== 'document') return route.continue()
      const answer = await route.fetch()
      const body = (await answer.text()).replace('dir="ltr"', 'dir="rtl"').replace(/(\/assets\/nhsuk-frontend-[\w.-]+)\.min\.css/, '$1.rtl.min.css')
      assert.match(body, /\.rtl\.min\.css/)
      await route.fulfill({ response: answer, body })
    })
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      for (const path of paths) {
        await page.goto(demo.url + path)
        assert.equal(await page.evaluate(() => getComputedStyle(document.body).direction), 'rtl')
        const { left, wide } = await page.evaluate(() => ({ left: document.querySelector('main h1').getBoundingClientRect().left,
          wide: document.documentElement.scrollWidth }))
        assert.ok(wide <= width && left >= 0, `${path} at ${width}: ${wide}, ${left}`)
        if (SHOTS) await page.screenshot({ path: join(SHOTS, `rtl ${role}${kind(path).replaceAll('/', ' ')} ${width}.png`), fullPage: true })
      }
    }
    await page.context().close()
  }
})
