// What holds of every page that anybody is shown: at each width, by keyboard, over the wire.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const axe = readFileSync(join(import.meta.dirname, '../node_modules/axe-core/axe.min.js'), 'utf8')

/** A telephone, a tablet, a desk, and the desk at 200 %, which leaves half as many pixels of style sheets. */
export const WIDTHS = [1280, 768, 640, 320]
/** What a page may load the first time, with everything that it needs, as it comes over the wire. */
const FIRST_LOAD_BYTES_MAX = 120_000
/** Everything at each width; otherwise axe at one of them, another from page to page. */
export const FULL = Boolean(process.env.CANDOUR_FULL)
export const SHOTS = process.env.CANDOUR_SHOTS

/** Codes that a page shows on purpose. */
const CODES = /\b(ctsa|cja|ta|rta|fgm|ca|pcsc|duaa|cda|cta)\d{4}-\w+|\bn-(ta|sch|vir|safety|court)\w*|[a-z]+(-[a-z0-9]+){3,}/

// Every shift of a page while it loads and after, before anybody touched it.
const shifts = () => {
  globalThis.shifted = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue
      globalThis.shifted.push({
        value: entry.value,
        what: entry.sources.map(({ node }) => node?.className || node?.nodeName).join(' ')
      })
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

/** A page that is listened to: errors, what is asked of whom, and how much came over the wire. Nothing is kept from page to
 * page, so that each is the first that somebody loads. */
export async function listened (page, url) {
  const heard = { errors: [], others: new Set(), bytes: 0, loads: new Map() }
  page.on('pageerror', (error) => heard.errors.push(String(error)))
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && heard.errors.push(message.text()))
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (origin !== url && protocol !== 'data:') heard.others.add(request.url())
  })
  const wire = await page.context().newCDPSession(page)
  await wire.send('Network.enable')
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true })
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => { heard.bytes += encodedDataLength })
  await page.addInitScript(shifts)
  return heard
}

/** Goes to an address and looks at what is there; gives its HTML. */
export async function visited (page, heard, url, path, who = '') {
  heard.bytes = 0
  await page.setViewportSize({ width: 1280, height: 900 })
  const answer = await page.goto(url + path)
  assert.equal(answer.status(), 200, path)
  assert.equal(new URL(page.url()).pathname, path.split('?')[0], `${path} leads elsewhere`)
  await steady(page, path)
  assert.ok(heard.bytes > 0 && heard.bytes < FIRST_LOAD_BYTES_MAX, `${path} is ${heard.bytes} bytes at first`)
  await looked(page, heard, `${who} ${path}`.trim())
  // Loaded on a telephone, too: what is folded there is folded before it is seen.
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(url + path)
  await steady(page, `${path} at 320`)
  return page.content()
}

/** A page that no role is led to in the demonstration, looked at as every page of it is. */
export async function wholly (page, url, path, who) {
  await visited(page, await listened(page, url), url, path, who)
  await page.setViewportSize({ width: 1280, height: 900 })
  await walked(page, `${who} ${path}`)
}

/** Nothing has moved since the page began to be painted. */
export async function steady (page, what) {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  const shifted = await page.evaluate(() => globalThis.shifted ?? [])
  assert.deepEqual(shifted, [], `${what} moves while it loads`)
}

let turn = 0

/** Looks at the page that is open, however it was come by. */
export async function looked (page, heard, what) {
  const before = page.viewportSize()
  assert.equal(await page.locator('h1').count(), 1, `${what} has one heading of the first rank`)
  const chosen = WIDTHS[turn++ % WIDTHS.length]
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width < 700 ? 640 : 900 })
    // The menu folds a moment after the window becomes narrow.
    await page.waitForFunction((width) => document.documentElement.scrollWidth <= width, width, { timeout: 3000 })
      .catch(async () => assert.fail(`${what} is wider than ${width}: ${await wide(page, width)}`))
    assert.deepEqual(await page.evaluate(clipped), [], `${what} at ${width} cuts something off`)
    if (FULL || width === chosen) await accessible(page, `${what} at ${width}`)
    if (SHOTS && (width === 1280 || width === 320 || FULL)) await picture(page, what, width)
  }
  const text = await page.evaluate(() => document.body.innerText)
  const code = text.match(CODES)
  assert.ok(!code, `${what} shows the code ${code?.[0]}`)
  assert.deepEqual([...heard.others], [], `${what} asks somebody else`)
  assert.deepEqual(heard.errors, [], what)
  await page.setViewportSize(before)
}

const wide = (page, width) => page.evaluate((width) => [...document.querySelectorAll('body *')]
  .filter((element) => element.getBoundingClientRect().right > width + 1).slice(-3)
  .map((element) => element.outerHTML.slice(0, 160)), width)

/** Text that runs out of a box which hides it. */
function clipped () {
  const found = []
  for (const element of document.querySelectorAll('main *, header *')) {
    const style = getComputedStyle(element)
    if (style.overflowX !== 'hidden' || !element.innerText?.trim()) continue
    const hidden = element.closest('.nhsuk-u-visually-hidden, [hidden], .candour-marked')
    if (!hidden && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1) {
      found.push(element.outerHTML.slice(0, 160))
    }
  }
  return found
}

export async function accessible (page, what) {
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    // The watermark is pale on purpose and hidden from assistive technology; what it says stands on the page in full.
    const { violations, passes } = await window.axe.run({ exclude: ['.candour-marks'] })
    // The design system says on a radio whether what belongs to it is unfolded; ARIA has no such attribute for radios, and
    // screen readers that do not know it pass over it.
    const theirs = (rule, node) => rule === 'aria-allowed-attr' && /^<input class="nhsuk-radios__input".*aria-expanded/.test(node.html)
    const nodes = violations.flatMap((v) => v.nodes.filter((node) => !theirs(v.id, node)).map((node) => `${v.id}: ${node.html}`))
    return { held: passes.length, broken: nodes }
  })
  assert.ok(found.held > 5, `axe looked at ${what}`)
  assert.deepEqual(found.broken, [], what)
}

const picture = (page, what, width) => {
  const name = what.replace(/[0-9a-f]{32}/g, 'id').replace(/[^A-Za-z0-9.-]+/g, '_').slice(0, 120)
  return page.screenshot({ path: join(SHOTS, `${name} ${width}.png`), fullPage: true })
}

/** What has the focus: what it is, where, and whether that shows. */
function focused () {
  const element = document.activeElement
  if (!element || element === document.body) return null
  const seen = (style) => [style.outlineStyle === 'none' ? '' : style.outlineWidth + style.outlineColor, style.boxShadow,
    style.backgroundColor, style.borderColor].join('|')
  // The design system draws a radio's focus on the shape behind it, and a menu's on its word.
  const parts = [element, element.nextElementSibling].filter(Boolean)
  const looks = () => parts.flatMap((part) => [null, '::before', '::after'].map((pseudo) => seen(getComputedStyle(part, pseudo))))
  const box = element.getBoundingClientRect()
  const withFocus = looks()
  element.blur()
  const without = looks()
  element.focus({ preventScroll: true })
  globalThis.stops ??= []
  const place = globalThis.stops.indexOf(element)
  if (place < 0) globalThis.stops.push(element)
  const last = globalThis.stops.at(-2)
  return {
    what: element.outerHTML.slice(0, 160),
    again: place >= 0,
    shows: withFocus.some((style, n) => style !== without[n]),
    onScreen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    follows: !last || place >= 0 || Boolean(last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
  }
}

/** Goes through a page by the Tab key alone: each stop shows, the order is the page's, every control is reached, and
 * the last one lets go. */
export async function walked (page, what) {
  const stops = []
  await page.evaluate(() => {
    globalThis.stops = []
    document.activeElement?.blur()
    scrollTo(0, 0)
  })
  for (;;) {
    await page.keyboard.press('Tab')
    const now = await page.evaluate(focused)
    if (!now || now.again) break
    assert.ok(now.shows, `${what}: the focus does not show on ${now.what}`)
    assert.ok(now.onScreen, `${what}: the focus is out of sight on ${now.what}`)
    assert.ok(now.follows, `${what}: the focus jumps back to ${now.what}`)
    stops.push(now.what)
    assert.ok(stops.length < 600, `${what} has no end`)
  }
  const missed = await page.evaluate(() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled && element.type !== 'hidden')
    // Of the radios of one question one is a stop; arrows lead to the others.
    .filter((element) => element.type !== 'radio' && !element.closest('details:not([open]) > :not(summary)'))
    .filter((element) => !globalThis.stops.includes(element)).map((element) => element.outerHTML.slice(0, 160)))
  assert.deepEqual(missed, [], `${what}: not reached by Tab`)
  assert.ok(stops.length > 2, `${what} has stops`)
}
