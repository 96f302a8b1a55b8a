// Passwords and codes as password managers meet them: each field says what belongs into it, and whatever is pasted stays.

import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { chromium } from 'playwright-core'
import { settings, start } from './demonstration.mjs'
import { signIn, submit } from './journey.mjs'

let demo, stop, browser
before(async () => {
  ({ demo, stop } = await start())
  browser = await chromium.launch(settings)
})
after(async () => {
  await browser?.close()
  stop?.()
})

/** Marks and copies what stands in a plain field, and pastes it into another one, by keys alone. */
async function pasted (page, from, words, to) {
  await page.fill(from, words)
  await page.focus(from)
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Control+C')
  return pastedAgain(page, to)
}

/** Into another field what was copied last. */
async function pastedAgain (page, to) {
  await page.focus(to)
  await page.keyboard.press('Control+V')
  return page.inputValue(to)
}

const WORDS = 'seven herons over a slow river'

test('every field of signing in, proving and enrolling says what belongs into it', async () => {
  const stranger = await (await browser.newContext()).newPage()
  const expected = {
    '/sign-in': { name: 'username', password: 'current-password', code: 'one-time-code' },
    '/enrol': { name: 'username', code: 'off' }
  }
  const look = async (page, path, fields) => {
    await page.goto(demo.url + path)
    for (const [name, autocomplete] of Object.entries(fields)) {
      const field = page.locator(`main input[name=${name}]`)
      assert.equal(await field.getAttribute('autocomplete'), autocomplete, `${path} ${name}`)
      // Nothing keeps a long one out either.
      assert.equal(await field.getAttribute('maxlength'), null, `${path} ${name}`)
    }
  }
  for (const [path, fields] of Object.entries(expected)) await look(stranger, path, fields)
  const guardian = await signIn(browser, demo, 'guardian')
  await look(guardian, '/account/prove?to=/account/password', { password: 'current-password', code: 'one-time-code' })
  await guardian.fill('main [name=password]', demo.accounts.guardian.password)
  await submit(guardian, 'form[action="/account/prove"] button')
  assert.equal(guardian.url(), `${demo.url}/account/password`)
  await look(guardian, '/account/password', { present: 'current-password', new: 'new-password' })
})

test('passwords and codes can be pasted', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${demo.url}/sign-in`)
  assert.equal(await pasted(page, '[name=name]', WORDS, '[name=password]'), WORDS)
  assert.equal(await pasted(page, '[name=name]', '123 456', '[name=code]'), '123 456')
  await page.goto(`${demo.url}/enrol`)
  assert.equal(await pasted(page, '[name=name]', '7K3M-9QZT-2HVB-XW48', '[name=code]'), '7K3M-9QZT-2HVB-XW48')

  // What was copied somewhere else, as from a password manager.
  const guardian = await signIn(browser, demo, 'guardian')
  await guardian.goto(`${demo.url}/account/prove?to=/account/password`)
  assert.equal(await pasted(guardian, '[name=code]', demo.accounts.guardian.password, '[name=password]'), demo.accounts.guardian.password)
  await guardian.fill('[name=code]', '')
  await submit(guardian, 'form[action="/account/prove"] button')
  assert.equal(guardian.url(), `${demo.url}/account/password`)
  for (const name of ['present', 'new']) {
    assert.equal(await pastedAgain(guardian, `[name=${name}]`), demo.accounts.guardian.password, name)
  }
})
