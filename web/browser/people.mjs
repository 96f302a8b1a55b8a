// A service that is no demonstration, with its first two administrators' codes, and what people do in it by a browser.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import AxeBuilder from 'axe-core'
import { chromium } from 'playwright-core'
import { binary, free, serve, settings, start } from './demonstration.mjs'

export const PASSWORD = 'nine otters under a blue bridge'

/** RFC 6238, written here a second time. */
export function totp (secret, steps = 0) {
  const bits = [...secret.replaceAll(' ', '')].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000) + steps))
  const digest = createHmac('sha1', key).update(counter).digest()
  const at = digest[19] & 15
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1e6).padStart(6, '0')
}

/** The program, which is to succeed; what it says. */
const candour = (...args) => execFileSync(binary, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
const refused = (...args) => {
  try {
    candour(...args)
  } catch (error) {
    return error.stderr
  }
  assert.fail(`${args.join(' ')} succeeded`)
}

const submit = (page) => Promise.all([page.waitForNavigation(), page.click('main form button[type=submit]')])
const go = (page) => Promise.all([page.waitForNavigation(), page.click('[data-passkey-go]')])
const signOut = (page) => Promise.all([page.waitForNavigation(), page.click('header button:has-text("Sign out")')])
const main = (page) => page.innerText('main')

/**
 * Starts one. `early` tries what is refused before there are administrators; `more` gives what else the configuration has,
 * for the address under which the service is reached and the folder of its files.
 */
export async function begin (name, { early = () => {}, more = () => '' } = {}) {
  // Keys and settings are those of a demonstration; the record is a new one, and nothing is invented any more.
  const begun = await start()
  const folder = mkdtempSync(join(tmpdir(), `candour-${name}-`))
  cpSync(dirname(begun.demo.ledger.policy), folder, { recursive: true, filter: (path) => !/\/data\/?/.test(path) })
  begun.stop()
  const port = await free()
  const url = `http://localhost:${port}`
  const config = join(folder, 'candour.toml')
  writeFileSync(config, readFileSync(config, 'utf8')
    .replace(/listen = ".*"/, `listen = "127.0.0.1:${port}"`)
    .replace(/address = ".*"/, `address = "${url}"`)
    .replace(/data = ".*"/, 'data = "fresh"')
    .replace('demonstration = true', 'demonstration = false'))
  appendFileSync(config, more(url, folder))
  candour('init', '--config', config)
  const first = ['accounts', 'first', '--config', config]
  early(refused, first)
  const said = candour(...first, '--name', 'a.first', '--title', 'Ada First', '--name', 'b.second', '--title', 'Ben Second')
  const codes = Object.fromEntries(said.trim().split('\n').map((line) => line.split(/ +/)))
  assert.deepEqual(Object.keys(codes), ['a.first', 'b.second'])
  const service = await serve(config, url)
  const browser = await chromium.launch(settings)

  const stop = async () => {
    await browser.close()
    service.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }

  /** What a statement gives, past the service: the clock is real, so what is to be old is made old. */
  const database = (statement) => execFileSync('python3', ['-c', `
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], timeout=20)
print(db.execute(sys.argv[2]).fetchall())
db.commit()`, join(folder, 'fresh/candour.db'), statement], { encoding: 'utf8' })

  async function somebody (options = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
    const page = await context.newPage()
    const devices = await context.newCDPSession(page)
    await devices.send('WebAuthn.enable')
    await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
        isUserVerified: true, automaticPresenceSimulation: true
      }
    })
    return page
  }

  /** Pictures of every page that is looked at, on a desk and on a telephone, for whoever names a folder. */
  async function seen (page, what) {
    if (!process.env.CANDOUR_SHOTS) return
    const size = page.viewportSize()
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: size.height })
      await page.screenshot({ path: join(process.env.CANDOUR_SHOTS, `${name} ${what} ${width}.png`), fullPage: true })
    }
    await page.setViewportSize(size)
  }

  async function accessible (page, what) {
    await seen(page, what)
    await page.evaluate(AxeBuilder.source)
    const { violations } = await page.evaluate(() => globalThis.axe.run())
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), [], what)
  }

  async function showCode (page, name, code) {
    await page.goto(`${url}/enrol`)
    await page.fill('[name=name]', name)
    await page.fill('[name=code]', code)
    await submit(page)
  }

  async function enrolWithPasskey (page, name, code, label = 'Blue key') {
    await showCode(page, name, code)
    await page.fill('[name=label]', label)
    await go(page)
  }

  async function enrolWithPassword (page, name, code) {
    await showCode(page, name, code)
    const secret = await page.innerText('.candour-key')
    await page.fill('[name=password]', PASSWORD)
    await page.fill('form[action="/enrol/password"] [name=code]', totp(secret))
    await Promise.all([page.waitForNavigation(), page.click('form[action="/enrol/password"] button')])
    return { secret, recovery: await page.locator('.candour-once li').allInnerTexts() }
  }

  async function withPassword (page, name, password, code) {
    await page.goto(`${url}/sign-in`)
    await page.fill('[name=name]', name)
    await page.fill('[name=password]', password)
    await page.fill('[name=code]', code)
    await Promise.all([page.waitForNavigation(), page.click('form[action="/sign-in"] button')])
  }

  async function withPasskey (page) {
    await page.goto(`${url}/sign-in`)
    await go(page)
  }

  async function ask (page, path, fields) {
    await page.goto(url + path)
    for (const [name, value] of Object.entries(fields)) {
      const radio = page.locator(`input[type=radio][name=${name}][value="${value}"]`)
      if (await radio.count()) await radio.check()
      else await page.fill(`[name=${name}]`, value)
    }
    await submit(page)
  }

  /** The other administrator calls back and confirms what waits; gives the code, where there is one. */
  async function confirm (page, what) {
    await page.goto(`${url}/admin`)
    await Promise.all([page.waitForNavigation(), page.locator('.nhsuk-card', { hasText: what }).locator('a', { hasText: 'Check and confirm' }).click()])
    await accessible(page, 'confirming')
    await page.fill('[name=checked]', 'Called back through the switchboard; the duty manager answered.')
    await submit(page)
    const shown = page.locator('.candour-once')
    return await shown.count() ? (await shown.innerText()).trim() : null
  }

  return {
    url, config, folder, codes, refused, stop, database, somebody, accessible, submit, go, signOut, main, showCode,
    enrolWithPasskey, enrolWithPassword, withPassword, withPasskey, ask, confirm
  }
}
