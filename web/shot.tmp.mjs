import { chromium } from 'playwright-core'
import { readFileSync } from 'node:fs'
const demo = JSON.parse(readFileSync(process.argv[2] + '/demo.json'))
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
for (const width of [1280, 375]) {
  const ctx = await browser.newContext({ viewport: { width, height: 900 } })
  const page = await ctx.newPage()
  await page.goto(demo.url + '/rules')
  await page.screenshot({ path: `/tmp/explain.pics/rules-${width}-top.png` })
  await page.evaluate(() => document.querySelectorAll('#public-interest-serious-harm details, #court-order details').forEach(d => d.open = true))
  await page.goto(demo.url + '/rules#public-interest-serious-harm')
  await page.evaluate(() => document.querySelectorAll('#public-interest-serious-harm details').forEach(d => d.open = true))
  await page.evaluate(() => document.getElementById('public-interest-serious-harm').scrollIntoView())
  await page.screenshot({ path: `/tmp/explain.pics/rules-${width}-pi.png` })
  console.log(width, await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]))
  await page.goto(demo.url + '/sign-in')
  await page.fill('input[name=name]', demo.accounts.guardian.name)
  await page.fill('input[name=password]', demo.accounts.guardian.password)
  await page.click('main button[type=submit]')
  await page.waitForLoadState()
  const href = await page.evaluate(() => [...document.querySelectorAll('main a')].map(a => a.getAttribute('href')).find(h => /cases\/[0-9a-f]{32}/.test(h || '')))
  console.log(href)
  if (href) { await page.goto(demo.url + href.split('?')[0].replace(/(cases\/[0-9a-f]{32}).*/, '$1')); await page.screenshot({ path: `/tmp/explain.pics/guardian-${width}.png`, fullPage: true }) }
  await ctx.close()
}
await browser.close()
