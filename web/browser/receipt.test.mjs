// The check of receipts in the browser against `candour receipt verify`: the same files, the same answer. Receipts of a
// running service, a ledger made here with an opening and a tally in it, and both with something changed in them.

import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { check } from '../../crates/candour/assets/receipt.js'
import { binary, start } from './demonstration.mjs'

let demo, stop, folder, policy
before(async () => {
  ({ demo, stop } = await start())
  folder = mkdtempSync(join(tmpdir(), 'candour-receipts-'))
  policy = readFileSync(demo.ledger.policy, 'utf8')
})
after(() => {
  stop?.()
  rmSync(folder, { recursive: true, force: true })
})

/** What the program says of a receipt. */
function program (file, policySource) {
  writeFileSync(join(folder, 'receipt'), file)
  writeFileSync(join(folder, 'policy'), policySource)
  const args = ['receipt', 'verify', join(folder, 'receipt'), '--policy', join(folder, 'policy'), '--json']
  try {
    const said = JSON.parse(execFileSync(binary, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    return { holds: true, said }
  } catch {
    return { holds: false }
  }
}

/** Both say the same; whether the receipt holds. */
async function both (file, policySource, what) {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : new Uint8Array(file)
  const [ours, theirs] = [await check(bytes, policySource), program(bytes, policySource)]
  assert.equal(ours.holds, theirs.holds, `${what}: the browser says ${ours.why ?? 'it holds'}`)
  if (ours.holds) {
    const { index, size, origin, cosignatures } = ours.report
    assert.deepEqual(
      [index, size, origin, cosignatures.map(({ witness }) => witness)],
      [theirs.said.index, theirs.said.size, theirs.said.origin, theirs.said.cosignatures.map(({ witness }) => witness)], what)
  }
  return ours.holds
}

// Drawn, and the same each time.
function draws (seed) {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % below
  }
}

async function receipts () {
  const found = []
  for (const role of ['officer', 'clinician', 'guardian']) {
    const ask = async (path) => (await fetch(demo.url + path, { headers: { authorization: `Bearer ${demo.accounts[role].token}` } })).json()
    const { items } = await ask('/api/v1/referrals')
    for (const { id } of items.slice(0, 25)) {
      const { receipts: list } = await ask(`/api/v1/referrals/${id}/receipts`)
      found.push(...(list ?? []).map(({ file }) => file))
    }
  }
  return found
}

test('receipts of a running service hold here and there', async () => {
  const files = await receipts()
  assert.ok(files.length > 20, `${files.length} receipts`)
  for (const [n, file] of files.slice(0, 60).entries()) assert.ok(await both(file, policy, `receipt ${n}`))
})

test('a receipt with something changed is judged alike', async () => {
  const files = await receipts()
  const draw = draws(7)
  let held = 0
  for (let n = 0; n < 250; n += 1) {
    const file = new TextEncoder().encode(files[draw(files.length)])
    const changed = Array.from(file)
    const at = draw(changed.length)
    const how = draw(5)
    if (how === 0) changed[at] ^= 1 << draw(8)
    if (how === 1) changed.splice(at, 1)
    if (how === 2) changed.splice(at, 0, changed[draw(changed.length)])
    if (how === 3) changed[at] = changed[draw(changed.length)]
    if (how === 4) {
      const lines = files[draw(files.length)].split('\n')
      const line = draw(lines.length)
      lines.splice(line, 1, ...[[], [lines[line], lines[line]], [lines[draw(lines.length)]]][draw(3)])
      changed.splice(0, changed.length, ...new TextEncoder().encode(lines.join('\n')))
    }
    held += Number(await both(Uint8Array.from(changed), policy, `change ${n}, ${how} at ${at}`))
  }
  assert.ok(held < 60, `${held} of 250 changed receipts hold`)
})

test('policies are judged alike', async () => {
  const [file] = await receipts()
  const lines = policy.trimEnd().split('\n')
  const [log, w1, w2] = lines
  const named = (line, name) => line.replace(/^witness \S+/, `witness ${name}`)
  const variants = [
    [log, w1, w2, 'quorum none'], [log, 'quorum none'], [log, w1, w2, 'quorum w1'], [log, w1, w2, 'group g any w1 w2', 'quorum g'],
    [log, w1, w2, 'group g 2 w1 w2', 'quorum g'], [log, w1, w2, 'group g 3 w1 w2', 'quorum g'], [log, w1, w2, 'group g 02 w1 w2', 'quorum g'],
    [log, w1, w2, 'group g all w1 w1', 'quorum g'], [log, w1, w2, 'quorum w3'], [log, w1, w2], [log, w1, w1, 'quorum w1'],
    [log, log, 'quorum none'], [w1, w2, 'group g all w1 w2', 'quorum g'], [log, named(w1, 'none'), 'quorum none'],
    [log, named(w1, 'a b'), 'quorum none'], ['# words', '', log, '  \t', 'quorum\tnone'], [log, 'quorum none', 'quorum none'],
    [log, 'witness w1', 'quorum none'], ['log x', 'quorum none'], [log.replace('+', '-'), 'quorum none'], [log, 'what is this', 'quorum none'],
    [log, w1, w2, 'group g all w1', 'group h all g w2', 'quorum h'], [log, w1, w2, 'group g all w1', 'group h all g w1', 'quorum h'],
    [log.replace(/\+[0-9a-f]{8}\+/, '+00000000+'), 'quorum none'], [log + ' https://a.example extra', 'quorum none'], [log + '\u0007', 'quorum none']
  ]
  const answers = []
  for (const [n, variant] of variants.entries()) answers.push(await both(file, variant.join('\n') + '\n', `policy ${n}`))
  assert.ok(answers.filter(Boolean).length >= 6 && answers.filter((holds) => !holds).length >= 12, String(answers))
  await both(file, '', 'no policy')
  await both(file, policy.trimEnd(), 'a policy without its end')
})

// A ledger of a few entries, made and signed here.
const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts.map((part) => Buffer.from(part)))).digest()
const leafHash = (entry) => sha256([0], entry)
const node = (left, right) => sha256([1], left, right)
function tree (leaves) {
  const split = (count) => 2 ** Math.floor(Math.log2(count - 1))
  const root = (part) => part.length === 1 ? part[0] : node(root(part.slice(0, split(part.length))), root(part.slice(split(part.length))))
  const proof = (part, index) => {
    if (part.length === 1) return []
    const k = split(part.length)
    return index < k ? [...proof(part.slice(0, k), index), root(part.slice(k))] : [...proof(part.slice(k), index - k), root(part.slice(0, k))]
  }
  return { root: root(leaves), proof: (index) => proof(leaves, index).map((hash) => hash.toString('base64')) }
}

function ledger () {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const key = Buffer.concat([Buffer.from([1]), publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)])
  const origin = 'made-here.example'
  const id = sha256(`${origin}\n`, key).subarray(0, 4)
  const policy = `log ${origin}+${id.toString('hex')}+${key.toString('base64')}\nquorum none\n`
  const [salt, second] = [Buffer.alloc(32, 5), Buffer.alloc(32, 6)]
  const event = '{"header":{"kind":"record-opened"},"payload":{"reason":"ü"}}'
  const c = sha256('candour.leaf.v1\n', salt, event)
  const entry = JSON.stringify({ c: c.toString('base64url'), v: 1 })
  const tally = JSON.stringify({ class: 'record-opened', l: sha256('candour.tally.v1\n', second, c).toString('base64url'), period: '2026-H1', v: 1 })
  const other = (n) => JSON.stringify({ c: Buffer.alloc(32, n).toString('base64url'), v: 1 })
  const entries = [other(1), entry, other(2), other(3), tally, other(4), other(7)]
  const { root, proof } = tree(entries.map(leafHash))
  const text = `${origin}\n${entries.length}\n${root.toString('base64')}\n`
  const signed = Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]).toString('base64')
  const receipt = (extra, index = 1) => [
    'c2sp.org/tlog-proof@v1', `extra ${Buffer.from(JSON.stringify(extra)).toString('base64')}`, `index ${index}`, ...proof(index), '',
    `${text}\n\u2014 ${origin} ${signed}\n`
  ].join('\n')
  const opening = { entry, salt: salt.toString('base64url'), event }
  const tallied = { entry, tally: { salt: second.toString('base64url'), index: 4, entry: tally, proof: proof(4) } }
  return { policy, receipt, opening, tallied }
}

test('openings and tallies are judged alike, and with anything changed in them', async () => {
  const { policy, receipt, opening, tallied } = ledger()
  const holds = (extra, what, index) => both(receipt(extra, index), policy, what)
  assert.ok(await holds(opening, 'an opening'))
  assert.ok(await holds(tallied, 'a tally'))
  assert.ok(await holds({ entry: opening.entry, salt: null, event: null, tally: null }, 'nulls'))
  assert.ok(await holds({ entry: opening.entry, more: 1 }, 'a member that nobody knows'))
  const claimed = { entry: opening.entry, tally: { salt: tallied.tally.salt, index: 4 } }
  assert.ok(await holds(claimed, 'a tally that is only claimed'))
  const t = (change) => ({ ...tallied, tally: { ...tallied.tally, ...change } })
  const wrong = {
    event: { ...opening, event: opening.event + ' ' }, salt: { ...opening, salt: tallied.tally.salt }, half: { entry: opening.entry, salt: opening.salt },
    'short salt': { ...opening, salt: 'AAAA' }, 'number for salt': { ...opening, salt: 5 }, 'no entry': { salt: opening.salt }, 'another entry': { entry: tallied.tally.entry },
    'tally salt': t({ salt: opening.salt }), 'tally index': t({ index: 3 }), 'tally far away': t({ index: 400 }), 'tally below nothing': t({ index: -1 }),
    'half a tally': t({ proof: null }), 'short proof': t({ proof: tallied.tally.proof.slice(1) }), 'long proof': t({ proof: [...tallied.tally.proof, tallied.tally.proof[0]] }),
    'tally class': t({ entry: tallied.tally.entry.replace('record-opened', 'case-read') }), 'class of none': t({ entry: tallied.tally.entry.replace('record-opened', 'watching') }),
    'tally of text': { ...tallied, tally: 'yes' }, list: [opening], spaced: { entry: opening.entry.replace(':', ': ') }
  }
  for (const [what, extra] of Object.entries(wrong)) assert.ok(!await holds(extra, what), what)
  assert.ok(!await holds(opening, 'another place', 2))
})

test('the page checks a receipt and sends nothing', async () => {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await (await browser.newContext()).newPage()
    await page.goto(demo.url + '/receipts/check')
    await page.waitForLoadState('networkidle')
    const sent = []
    page.on('request', (request) => sent.push(request.url()))
    const [file] = await receipts()
    const choose = async (contents) => {
      await page.getByLabel('The receipt, a file').setInputFiles({ name: 'r.tlog-proof', mimeType: 'text/plain', buffer: Buffer.from(contents) })
      await page.getByRole('button', { name: 'Check the receipt' }).click()
    }
    await page.getByRole('button', { name: 'Check the receipt' }).click()
    await page.getByRole('heading', { name: 'This receipt does not hold' }).waitFor()
    await choose(file)
    await page.getByRole('heading', { name: 'This receipt holds' }).waitFor()
    await choose(file.replace('index ', 'index 1'))
    await page.getByRole('heading', { name: 'This receipt does not hold' }).waitFor()
    assert.deepEqual(sent, [])
  } finally {
    await browser.close()
  }
})
