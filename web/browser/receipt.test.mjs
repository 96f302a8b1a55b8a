// The check of receipts in the browser against `candour receipt verify`: the same files, the same answer. Receipts of a
// running service, a ledger made here with an opening and a tally in it, ML-DSA-44 witnesses made here, and all of them
// with something changed. The ML-DSA module is the one that the service serves.

import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ml_dsa44 as mlDsa } from '@noble/post-quantum/ml-dsa.js'
import { chromium } from 'playwright-core'
import { check } from '../../crates/candour/assets/receipt.js'
import { binary, start } from './demonstration.mjs'

let demo, stop, folder, policy, mlDsaAddress
before(async () => {
  ({ demo, stop } = await start())
  folder = mkdtempSync(join(tmpdir(), 'candour-receipts-'))
  policy = readFileSync(demo.ledger.policy, 'utf8')
  mlDsaAddress = await servedModule()
})
after(() => {
  stop?.()
  rmSync(folder, { recursive: true, force: true })
})

/** The module that the page names and all that it imports, as they are served, put into files: the address of the first. */
async function servedModule () {
  const page = await (await fetch(demo.url + '/receipts/check')).text()
  const entry = /data-ml-dsa="\/assets\/([^"]+)"/.exec(page)[1]
  const place = join(folder, 'served')
  mkdirSync(place)
  writeFileSync(join(place, 'package.json'), '{"type":"module"}')
  const names = new Set([entry])
  for (const name of names) {
    const answer = await fetch(`${demo.url}/assets/${name}`)
    assert.match(answer.headers.get('content-type'), /^text\/javascript/, name)
    const module = await answer.text()
    writeFileSync(join(place, name), module)
    for (const [, wanted] of module.matchAll(/^import .* from "\.\/(.+)";$/gm)) names.add(wanted)
  }
  return pathToFileURL(join(place, entry)).href
}

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
  const [ours, theirs] = [await check(bytes, policySource, mlDsaAddress), program(bytes, policySource)]
  assert.equal(ours.holds, theirs.holds, `${what}: the browser says ${ours.why ?? 'it holds'}`)
  if (ours.holds) {
    const { index, size, origin, cosignatures } = ours.report
    assert.deepEqual(
      [index, size, origin, cosignatures],
      [theirs.said.index, theirs.said.size, theirs.said.origin,
        theirs.said.cosignatures.map((one) => ({ ...one, time: Date.parse(one.time) / 1000 }))], what)
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
  // What every object has by birth is no threshold, and is a name like any other.
  for (const born of ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty', 'prototype']) {
    for (const quorum of ['none', 'g']) {
      const threshold = [log, w1, w2, `group g ${born} w1 w2`, `quorum ${quorum}`]
      assert.equal(await both(file, threshold.join('\n') + '\n', `${born} as a threshold`), false)
    }
    const name = [log, named(w1, born), w2, `group g all ${born} w2`, 'quorum g']
    assert.equal(await both(file, name.join('\n') + '\n', `${born} as a name`), true)
    assert.equal(await both(file, [log, w1, w2, `quorum ${born}`].join('\n') + '\n', `${born} as a quorum`), false)
  }
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

function ledger (origin = 'made-here.example') {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const key = Buffer.concat([Buffer.from([1]), publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)])
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
  const receipt = (extra, index = 1, cosigned = '') => [
    'c2sp.org/tlog-proof@v1', `extra ${Buffer.from(JSON.stringify(extra)).toString('base64')}`, `index ${index}`, ...proof(index), '',
    `${text}\n\u2014 ${origin} ${signed}\n${cosigned}`
  ].join('\n')
  const opening = { entry, salt: salt.toString('base64url'), event }
  const tallied = { entry, tally: { salt: second.toString('base64url'), index: 4, entry: tally, proof: proof(4) } }
  return { policy, receipt, opening, tallied, checkpoint: { origin, size: entries.length, root }, text }
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

  // Members that are called as what every object has by birth: they are members that nobody knows, and nothing else.
  const born = Object.getOwnPropertyNames(Object.prototype)
  for (const name of born) {
    assert.ok(await holds({ entry: opening.entry, [name]: { salt: opening.salt, event: 'x', entry: 'y', polluted: 1 } }, `${name} beside`), name)
    assert.ok(!await holds({ [name]: opening }, `${name} instead`), name)
    assert.ok(!await holds(t({ [name]: tallied.tally, index: 3 }), `${name} in a tally`), name)
  }
  assert.deepEqual(Object.getOwnPropertyNames(Object.prototype), born)
  assert.equal({}.polluted, undefined)
})

const number64 = (number) => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(number))
  return bytes
}
const vkey = (name, kind, key) => {
  const bytes = Buffer.concat([Buffer.from([kind]), key])
  const id = sha256(`${name}\n`, bytes).subarray(0, 4)
  return { id, vkey: `${name}+${id.toString('hex')}+${bytes.toString('base64')}` }
}
const noteLine = (name, id, ...parts) => `\u2014 ${name} ${Buffer.concat([id, ...parts]).toString('base64')}\n`
const short = (words) => Buffer.concat([Buffer.from([Buffer.byteLength(words)]), Buffer.from(words)])

/** A witness with a key of ML-DSA-44; what it signs is written down from c2sp.org/tlog-cosignature. */
function mlDsaWitness (name, seed) {
  const { publicKey, secretKey } = mlDsa.keygen(new Uint8Array(32).fill(seed))
  const key = vkey(name, 6, Buffer.from(publicKey))
  const sign = ({ origin, size, root, cosigner = name, time = 1760000000, start = 0, label = 'subtree/v1\n\0', options = {} }) => {
    const message = Buffer.concat([
      Buffer.from(label), short(cosigner), number64(time), short(origin), number64(start), number64(size), root])
    return Buffer.from(mlDsa.sign(message, secretKey, { extraEntropy: false, ...options }))
  }
  const line = (said, { time = said.time ?? 1760000000, id = key.id, change = (bytes) => bytes } = {}) =>
    noteLine(name, id, number64(time), change(sign(said)))
  return { ...key, publicKey: Buffer.from(publicKey), secretKey, line, sign }
}

function ed25519Witness (name) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const key = vkey(name, 4, publicKey.export({ format: 'der', type: 'spki' }).subarray(-32))
  const line = (text, time = 1760000001) =>
    noteLine(name, key.id, number64(time), sign(null, Buffer.from(`cosignature/v1\ntime ${time}\n${text}`), privateKey))
  return { ...key, line }
}

/** A ledger with cosigners of both kinds, and how the two judge a note with some lines under some policy lines. */
function cosignedLedger (origin) {
  const { policy, receipt, opening, checkpoint, text } = ledger(origin)
  const [log] = policy.split('\n')
  const [one, two, plain] = [mlDsaWitness('one.example', 1), mlDsaWitness('two.example', 2), ed25519Witness('one.example')]
  const known = [log, `witness one ${one.vkey}`, `witness two ${two.vkey}`, `witness plain ${plain.vkey}`]
  const file = (lines) => receipt(opening, 1, lines.join(''))
  const rules = (...rest) => [...known, ...rest].join('\n') + '\n'
  const holds = (what, lines, ...rest) => both(file(lines), rules(...rest), what)
  return { log, one, two, plain, checkpoint, text, file, rules, holds, known }
}

test('a quorum of ML-DSA witnesses, and one of both kinds, is met here and there', async () => {
  const { log, one, two, plain, checkpoint, text, file, holds } = cosignedLedger()
  const [first, second, third] = [one.line(checkpoint), two.line(checkpoint), plain.line(text)]
  assert.ok(await holds('one', [first], 'quorum one'))
  assert.ok(await holds('both', [first, second], 'group g all one two', 'quorum g'))
  assert.ok(await holds('one of two', [second], 'group g any one two', 'quorum g'))
  assert.ok(await holds('mixed', [third, first], 'group g all one plain', 'quorum g'))
  assert.ok(await holds('two of three', [third, second], 'group g 2 one two plain', 'quorum g'))
  assert.ok(await holds('keys of one witness', [first, third, second], 'group w any one plain', 'group g all w two', 'quorum g'))
  assert.ok(await holds('not asked for', [first], 'quorum none'))
  assert.ok(await holds('nobody', [], 'quorum none'))
  assert.ok(await holds('twice, at two times', [one.line({ ...checkpoint, time: 5 }), one.line({ ...checkpoint, time: 9 }), first], 'quorum one'))
  assert.ok(await holds('at the beginning of time', [one.line({ ...checkpoint, time: 0 })], 'quorum one'))
  assert.ok(await holds('drawn', [one.line({ ...checkpoint, options: { extraEntropy: new Uint8Array(32).fill(9) } })], 'quorum one'))
  assert.ok(await holds('a stranger', [first, mlDsaWitness('else.example', 3).line(checkpoint)], 'quorum one'))
  assert.ok(!await holds('nobody of those asked for', [], 'quorum one'))
  assert.ok(!await holds('the other one', [second], 'quorum one'))
  assert.ok(!await holds('one of two that are asked for', [second], 'group g all one two', 'quorum g'))
  assert.ok(!await holds('the other kind', [third], 'quorum one'))
  const elsewhere = cosignedLedger('\u00f6ther.example/log')
  assert.ok(await elsewhere.holds('another origin', [one.line(elsewhere.checkpoint)], 'quorum one'))
  // A name as long as one may be; and a log that signs like a witness.
  const long = mlDsaWitness('\u00fc'.repeat(127) + 'x', 4)
  assert.ok(await both(file([long.line(checkpoint)]), `${log}\nwitness w ${long.vkey}\nquorum w\n`, 'a long name'))
  const signer = mlDsaWitness(checkpoint.origin, 5)
  const signed = `log ${signer.vkey}\nwitness w ${one.vkey}\nquorum w\n`
  assert.ok(await both(file([signer.line(checkpoint), first]), signed, 'a log with such a key'))
  assert.ok(!await both(file([first]), signed, 'a log with such a key that has not signed'))
})

test('an ML-DSA cosignature with anything wrong is refused here and there', async () => {
  const { log, one, two, plain, checkpoint, text, file, holds, known } = cosignedLedger()
  const bit = (at) => (bytes) => Buffer.from(bytes.map((byte, n) => n === at ? byte ^ 1 : byte))
  const [context, other] = [{ context: Uint8Array.of(1) }, Buffer.alloc(32, 3)]
  const wrong = {
    'signed at another time': one.line({ ...checkpoint, time: 5 }, { time: 6 }),
    'after the end of time': one.line({ ...checkpoint, time: 2n ** 63n }),
    'for another origin': one.line({ ...checkpoint, origin: 'made-there.example' }),
    'for another size': one.line({ ...checkpoint, size: 8 }),
    'for another root': one.line({ ...checkpoint, root: other }),
    'of a part of the tree': one.line({ ...checkpoint, start: 4 }),
    'in another name': one.line({ ...checkpoint, cosigner: 'two.example' }),
    'with another label': one.line({ ...checkpoint, label: 'subtree/v2\n\0' }),
    'with a context': one.line({ ...checkpoint, options: context }),
    'by another key': noteLine('one.example', one.id, number64(1760000000), two.sign(checkpoint)),
    'of the other kind': noteLine('one.example', one.id, Buffer.from(plain.line(text).split(' ')[2], 'base64').subarray(4)),
    'over the note': noteLine('one.example', one.id, number64(5),
      mlDsa.sign(Buffer.from(`cosignature/v1\ntime 5\n${text}`), one.secretKey)),
    'without its last byte': one.line(checkpoint, { change: (bytes) => bytes.subarray(0, -1) }),
    'cut in half': one.line(checkpoint, { change: (bytes) => bytes.subarray(0, 1210) }),
    'with a byte more': one.line(checkpoint, { change: (bytes) => Buffer.concat([bytes, Buffer.alloc(1)]) }),
    'a time alone': one.line(checkpoint, { change: () => Buffer.alloc(0) }),
    'less than a time': noteLine('one.example', one.id, Buffer.alloc(7)),
    zeros: one.line(checkpoint, { change: (bytes) => Buffer.alloc(bytes.length) }),
    ones: one.line(checkpoint, { change: (bytes) => Buffer.alloc(bytes.length, 255) }),
    // The challenge, the response, the hints, and how many there are of them (FIPS 204, algorithm 26).
    ...Object.fromEntries([0, 31, 32, 1000, 2335, 2336, 2350, 2415, 2416, 2419].map((at) => [`bit at ${at}`, one.line(checkpoint, { change: bit(at) })])),
    'hints in another order': one.line(checkpoint, {
      change: (bytes) => Buffer.concat([bytes.subarray(0, 2336), bytes.subarray(2337, 2338), bytes.subarray(2336, 2337), bytes.subarray(2338)])
    })
  }
  for (const [what, line] of Object.entries(wrong)) {
    assert.ok(!await holds(what, [line], 'quorum one'), what)
    // It spoils the note even where it is not needed, and beside one that holds.
    assert.ok(!await holds(`${what}, not needed`, [plain.line(text), line], 'quorum plain'), what)
    assert.ok(!await holds(`${what}, beside a good one`, [one.line(checkpoint), line], 'quorum one'), what)
  }
  // A line with another id is by somebody else: it does not count, and does not harm.
  const strange = one.line(checkpoint, { id: two.id })
  assert.ok(!await holds('another id', [strange], 'quorum one'))
  assert.ok(await holds('another id, not needed', [strange], 'quorum none'))
  const good = file([one.line(checkpoint)])
  const [name, id, ...rest] = one.vkey.split('+')
  const encoded = rest.join('+')
  const keyed = (key, quorum) => `${log}\nwitness one ${key}\nquorum ${quorum}\n`
  assert.ok(await both(good, keyed(one.vkey, 'one'), 'the key as it is'))
  const malformed = {
    'a key with another id': `${name}+00000000+${encoded}`,
    'a key with the id of another name': `one.more.example+${id}+${encoded}`,
    'a key without its last byte': vkey(name, 6, one.publicKey.subarray(0, -1)).vkey,
    'a key with a byte more': vkey(name, 6, Buffer.concat([one.publicKey, Buffer.alloc(1)])).vkey,
    'a key of kind 5': vkey(name, 5, one.publicKey).vkey,
    'a key of kind 4': vkey(name, 4, one.publicKey).vkey
  }
  for (const [what, key] of Object.entries(malformed)) {
    assert.ok(!await both(good, keyed(key, 'one'), what), what)
    assert.ok(!await both(good, keyed(key, 'none'), `${what}, not needed`), what)
  }
  const zero = file([one.line(checkpoint, { id: Buffer.alloc(4) })])
  assert.ok(!await both(zero, keyed(malformed['a key with another id'], 'one'), 'the same wrong id on both'))
  const changed = vkey(name, 6, bit(700)(one.publicKey))
  assert.ok(!await both(file([one.line(checkpoint, { id: changed.id })]), keyed(changed.vkey, 'one'), 'a key with a bit changed'))
  assert.ok(!await both(good, [...known, `witness again ${one.vkey}`, 'quorum one', ''].join('\n'), 'one key twice'))
})

test('a receipt with ML-DSA cosignatures and something changed is judged alike', async () => {
  const { one, two, plain, checkpoint, text, file, rules } = cosignedLedger()
  const whole = new TextEncoder().encode(file([one.line(checkpoint), plain.line(text), two.line(checkpoint)]))
  const policySource = rules('group g all one two plain', 'quorum g')
  assert.ok(await both(whole, policySource, 'as it is'))
  const draw = draws(44)
  for (let n = 0; n < 150; n += 1) {
    const changed = Array.from(whole)
    const at = draw(changed.length)
    if (n % 3 === 0) changed[at] ^= 1 << draw(8)
    if (n % 3 === 1) changed.splice(at, 1 + draw(4))
    if (n % 3 === 2) changed[at] = changed[draw(changed.length)]
    await both(Uint8Array.from(changed), policySource, `change ${n} at ${at}`)
  }
})

const launched = () => chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })

test('the page counts ML-DSA witnesses under its own security policy, and fetches what it needs only then', async () => {
  const { log, one, two, checkpoint, file } = cosignedLedger()
  const browser = await launched()
  try {
    const page = await (await browser.newContext()).newPage()
    const [asked, complaints] = [[], []]
    page.on('request', (request) => asked.push(request))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    const answer = await page.goto(demo.url + '/receipts/check')
    assert.match(answer.headers()['content-security-policy'], /script-src 'self';/)
    await page.waitForLoadState('networkidle')
    const judged = async (contents, policySource, heading) => {
      await page.getByLabel('The quorum policy').fill(policySource)
      await page.getByLabel('The receipt, a file').setInputFiles({ name: 'r.tlog-proof', mimeType: 'text/plain', buffer: Buffer.from(contents) })
      // Nothing of the answer before may be taken for this one.
      await page.evaluate(() => document.getElementById('receipt-result').replaceChildren())
      await page.getByRole('button', { name: 'Check the receipt' }).click()
      await page.getByRole('heading', { name: heading }).waitFor()
    }
    const [good, bad] = [file([one.line(checkpoint)]), file([one.line(checkpoint, { time: 6 })])]
    const asks = `${log}\nwitness one ${one.vkey}\nquorum one\n`
    await judged(good, `${log}\nquorum none\n`, 'This receipt holds')
    assert.ok(!asked.some((request) => request.url().includes('noble')), 'loaded before it is needed')
    const before = asked.length
    await page.route('**/assets/noble-*', (route) => route.abort())
    await judged(good, asks, 'This receipt was not checked')
    await page.unroute('**/assets/noble-*')
    await page.reload()
    await page.waitForLoadState('networkidle')
    complaints.length = 0
    await judged(good, asks, 'This receipt holds')
    await page.getByText('Witnesses have signed that they saw the ledger in this state: one.example').waitFor()
    await judged(bad, asks, 'This receipt does not hold')
    await judged(good, asks.replace(one.vkey, two.vkey), 'This receipt does not hold')
    await judged(good, asks, 'This receipt holds')
    assert.deepEqual(complaints, [])
    const modules = asked.slice(before).filter((request) => request.url().startsWith(demo.url + '/assets/noble-'))
    assert.ok(modules.length > 5 && asked.every((request) => request.method() === 'GET' && request.url().startsWith(demo.url)))
  } finally {
    await browser.close()
  }
})

test('the page checks a receipt and sends nothing', async () => {
  const browser = await launched()
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

test('the page says in which half-year an entry was counted, in the reader’s language', async () => {
  const browser = await launched()
  const { policy, receipt, tallied } = ledger()
  try {
    for (const [language, said] of [['en', 'the figures of January to June 2026 as'], ['cy', 'yn ffigurau Ionawr i Fehefin 2026 fel']]) {
      const page = await (await browser.newContext()).newPage()
      await page.goto(`${demo.url}/language?to=${language}&back=/receipts/check`)
      await page.waitForLoadState('networkidle')
      await page.locator('#receipt').setInputFiles({ name: 'r.tlog-proof', mimeType: 'text/plain', buffer: Buffer.from(receipt(tallied)) })
      await page.locator('#policy').fill(policy)
      await page.locator('#receipt-check button').click()
      await page.locator('#receipt-result li').first().waitFor()
      const result = await page.locator('#receipt-result').innerText()
      assert.ok(result.includes(said), result)
      assert.doesNotMatch(result, /2026-H1|\{/)
    }
  } finally {
    await browser.close()
  }
})
