// The demonstration in a real browser: every role's first pages, at desk and telephone width, without errors in the
// console and without anything that must be scrolled sideways; and the person's page behind code and phrase.

import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, existsSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const binary = join(import.meta.dirname, '../../target/debug/candour')
let folder, demo, service, browser

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candour-browser-'))
  service = spawn(binary, ['demo', '--port', '0', '--dir', folder], { stdio: 'ignore' })
  for (let waited = 0; !existsSync(join(folder, 'demo.json')); waited += 1) {
    assert.ok(waited < 1200 && service.exitCode === null, 'the demonstration was not ready in time')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  demo = JSON.parse(readFileSync(join(folder, 'demo.json')))
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
  })
})

after(async () => {
  await browser?.close()
  service?.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

async function visit(role, width, paths) {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  const page = await context.newPage()
  const errors = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  if (role) {
    const account = demo.accounts[role]
    await page.goto(`${demo.url}/sign-in`)
    await page.fill('input[name=name]', account.name)
    await page.fill('input[name=password]', account.password)
    await page.click('main button[type=submit]')
    await page.waitForLoadState()
  }
  for (const path of paths) {
    const answer = await page.goto(demo.url + path)
    assert.equal(answer.status(), 200, `${role ?? 'anybody'} at ${path}`)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(wide <= width, `${path} is ${wide} wide at ${width}`)
    assert.equal(await page.locator('h1').count(), 1, `${path} has one heading of the first rank`)
  }
  assert.deepEqual(errors, [])
  await context.close()
}

const open = ['/', '/how-it-works', '/rules', '/ledger', '/figures', '/receipts/check', '/person', '/sign-in']
for (const [role, paths] of [
  [null, open],
  ['officer', ['/officer', '/officer/new']],
  ['clinician', ['/clinic', '/clinic/cases']],
  ['guardian', ['/guardian']],
  ['reviewer', ['/review']]
]) {
  for (const width of [1280, 375]) {
    test(`${role ?? 'anybody'} at ${width} pixels`, () => visit(role, width, paths))
  }
}
