// What scripts put into a page is text, whatever it says: in the announcement of a session's end, on the page that covers
// another one, in what is said of a receipt, and where a passkey was refused. Markup in it makes no element and runs nothing.

import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { chromium } from 'playwright-core'
import { settings, start } from './demonstration.mjs'
import { signIn } from './journey.mjs'

/** No spaces in it, so that it can be the name of a key; and what braces say is no place for anything. */
const HOSTILE = '<img/src="x"onerror="globalThis.ran=1"><script>globalThis.ran=1</script>{origin}$&'
const ESCAPED = HOSTILE.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

let demo, stop, browser
before(async () => {
  ({ demo, stop } = await start())
  browser = await chromium.launch(settings)
})
after(async () => {
  await browser?.close()
  stop?.()
})

/** The page as it would be if its words were these. */
async function withWords (page, names) {
  await page.route('**', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue()
    const answer = await route.fetch()
    let body = await answer.text()
    for (const name of names) {
      const before = body
      body = body.replace(new RegExp(`data-${name}="[^"]*"`), () => `data-${name}="${ESCAPED}"`)
      assert.notEqual(body, before, `the page has words for ${name}`)
    }
    return route.fulfill({ response: answer, body })
  })
}

/** It is there as it was written, and nothing came of it. */
async function isText (page, place, what) {
  assert.ok((await page.locator(place).innerText()).includes(HOSTILE), `${what}: ${await page.locator(place).innerText()}`)
  assert.equal(await page.locator(`${place} img, ${place} script`).count(), 0, what)
  assert.equal(await page.evaluate(() => globalThis.ran), undefined, what)
}

test('the announcement of a session’s end shows its words as text', async () => {
  const page = await signIn(browser, demo, 'guardian')
  await withWords(page, ['two-minutes', 'one-minute', 'less', 'moment', 'ended'])
  await page.clock.install()
  await page.goto(`${demo.url}/guardian`)
  await page.clock.fastForward('28:05')
  await isText(page, 'dialog[open]', 'two minutes before')
  await page.clock.fastForward('01:00')
  await isText(page, 'dialog[open]', 'one minute before')
  // The page that covers it has these words in its title, which holds no elements.
  await page.clock.fastForward('03:00')
  await page.locator('.candour-ended').waitFor({ state: 'visible' })
  assert.equal(await page.title(), HOSTILE)
  assert.equal(await page.evaluate(() => globalThis.ran), undefined)
})

const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts.map((part) => Buffer.from(part)))).digest()

/** A ledger of one entry, signed under this name; its quorum policy, and a receipt of the entry. */
function ledger (origin) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const key = Buffer.concat([Buffer.from([1]), publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)])
  const id = sha256(`${origin}\n`, key).subarray(0, 4)
  const entry = JSON.stringify({ c: Buffer.alloc(32, 1).toString('base64url'), v: 1 })
  const text = `${origin}\n1\n${sha256([0], entry).toString('base64')}\n`
  const signed = Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]).toString('base64')
  const extra = Buffer.from(JSON.stringify({ entry })).toString('base64')
  return {
    policy: `log ${origin}+${id.toString('hex')}+${key.toString('base64')}\nquorum none\n`,
    receipt: `c2sp.org/tlog-proof@v1\nextra ${extra}\nindex 0\n\n${text}\n\u2014 ${origin} ${signed}\n`
  }
}

test('what a receipt and a policy name is shown as text, whether the receipt holds or not', async () => {
  const page = await (await browser.newContext()).newPage()
  const checked = async (receipt, policy) => {
    await page.goto(`${demo.url}/receipts/check`)
    await page.waitForLoadState('networkidle')
    await page.locator('#receipt').setInputFiles({ name: `${HOSTILE.replaceAll('/', '')}.tlog-proof`, mimeType: 'text/plain', buffer: Buffer.from(receipt) })
    await page.locator('#policy').fill(policy)
    await page.locator('#receipt-check button').click()
    await page.locator('#receipt-result h3').waitFor()
  }
  const hostile = ledger(HOSTILE)
  await checked(hostile.receipt, hostile.policy)
  assert.ok(await page.locator('#receipt-result li').count() > 0, 'it holds')
  await isText(page, '#receipt-result', 'a receipt that holds')
  await checked(hostile.receipt, ledger('another.example').policy)
  assert.equal(await page.locator('#receipt-result li').count(), 0, 'it does not hold')
  await isText(page, '#receipt-result', 'a receipt that does not hold')
})
