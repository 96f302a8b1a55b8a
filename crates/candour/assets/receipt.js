// Checks a receipt (c2sp.org/tlog-proof) in the browser: the entry leads to the root that the ledger signed and a quorum
// of witnesses cosigned, the event opens the entry, the tally is of this entry. Nothing is sent anywhere. What it accepts
// is what `candour receipt verify` accepts; a test holds the two against each other.

const NOTE_BYTES_MAX = 128 * 1024
const EXTRA_BYTES_MAX = 256 * 1024
const FILE_BYTES_MAX = NOTE_BYTES_MAX + Math.floor(EXTRA_BYTES_MAX / 3) * 4 + 4096
const POLICY_BYTES_MAX = 256 * 1024
const SIGNATURES_MAX = 64
const DEFINITIONS_MAX = 64
const HASHES_MAX = 63
const ENTRY_BYTES_MAX = 512
const NUMBER_MAX = 2n ** 63n - 1n
const ML_DSA_44_KEY_BYTES = 1312
const ML_DSA_44_SIGNATURE_BYTES = 2420
const SHORT_TEXT_BYTES_MAX = 255

const CLASSES = new Set(('enquiry-received referral-received referral-returned referral-withdrawn case-closed ' +
  'monitoring-refused record-opened case-read search-made advice-given care-offered care-accepted disclosure-decided ' +
  'disclosure-refused disclosure-released disclosure-read emergency-released disclosure-recalled destruction-confirmed ' +
  'destruction-refused onward-decided onward-refused onward-sent notice-deferred notice-sent notice-returned ' +
  'notice-escalated consent-asked consent-given consent-refused consent-withdrawn challenge-received ' +
  'challenge-answered copy-requested copy-given review-done erasure-done account-changed settings-changed ' +
  'export-made import-made other').split(' '))

// Points of small order: anybody can sign for them.
const WEAK_KEYS = new Set([
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa'
])

/** What does not hold: the name of its sentence, which the page has in its language, and what is put in there. */
class Fault extends Error {
  constructor (name, put) {
    super(name)
    this.put = put
  }
}
const fault = (name, put = {}) => { throw new Fault(name, put) }

const encoder = new TextEncoder()
const utf8 = (text) => encoder.encode(text)
const text = (bytes) => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
const joined = (...parts) => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
const same = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at])
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest('SHA-256', joined(...parts)))

// Each spelling once: no missing padding, no stray bits.
function base64 (encoded) {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(encoded)) return null
  const binary = atob(encoded)
  return btoa(binary) === encoded ? Uint8Array.from(binary, (letter) => letter.charCodeAt(0)) : null
}
function base64url (encoded) {
  if (!/^[A-Za-z0-9_-]*$/.test(encoded)) return null
  const standard = encoded.replaceAll('-', '+').replaceAll('_', '/')
  return base64(standard + '='.repeat((4 - standard.length % 4) % 4))
}
const digest32 = (bytes) => bytes && bytes.length === 32 ? bytes : null
const decimal = (digits) => {
  if (!/^(?:0|[1-9][0-9]{0,18})$/.test(digits)) return null
  const number = BigInt(digits)
  return number <= NUMBER_MAX ? number : null
}
const isKeyName = (name) => name !== '' && utf8(name).length <= 255 && !/[\p{White_Space}\p{Cc}+]/u.test(name)

function splitNote (note) {
  if (utf8(note).length > NOTE_BYTES_MAX) fault('checkpoint-long')
  if (/[\u0000-\u0009\u000b-\u001f]/.test(note)) fault('checkpoint-text')
  const at = note.lastIndexOf('\n\n')
  if (at < 0 || !note.endsWith('\n')) fault('checkpoint-unsigned')
  const lines = note.slice(at + 2, -1).split('\n')
  if (at + 2 >= note.length || lines.length > SIGNATURES_MAX) fault('checkpoint-signatures')
  const signatures = lines.map((line) => {
    const parts = /^\u2014 ([^ ]+) ([^ ]+)$/.exec(line)
    const bytes = parts && isKeyName(parts[1]) ? base64(parts[2]) : null
    if (!bytes || bytes.length < 5) fault('checkpoint-signatures')
    return { name: parts[1], id: hex(bytes.slice(0, 4)), bytes: bytes.slice(4) }
  })
  return { text: note.slice(0, at + 1), signatures }
}

function readCheckpoint (noteText) {
  const lines = noteText.slice(0, -1).split('\n')
  const [origin, size, root] = [lines[0], decimal(lines[1] ?? ''), digest32(base64(lines[2] ?? ''))]
  if (!origin || /\p{Cc}/u.test(origin) || size === null || !root || lines.slice(3).includes('')) {
    fault('checkpoint')
  }
  return { origin, size, root }
}

async function readKey (vkey) {
  const [name, id, ...rest] = vkey.split('+')
  const bytes = rest.length && isKeyName(name) ? base64(rest.join('+')) : null
  const [kind, key] = bytes && bytes.length > 1 ? [bytes[0], bytes.slice(1)] : []
  const ed25519 = (kind === 1 || kind === 4) && key.length === 32 && !WEAK_KEYS.has(hex(key))
  const mlDsa = kind === 6 && key.length === ML_DSA_44_KEY_BYTES
  if (!ed25519 && !mlDsa) fault('policy-key')
  if (hex((await sha256(utf8(`${name}\n`), bytes)).slice(0, 4)) !== id) fault('policy-key')
  // A key of ML-DSA-44 is any bytes of that length.
  let handle = key
  if (ed25519) {
    handle = await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify'])
      .catch(() => fault('policy-key'))
  }
  return { name, id, kind, key: hex(key), handle }
}

/** The quorum policy (c2sp.org/tlog-policy). */
async function readPolicy (source) {
  const wrong = (number, what) => fault(`line-${what}`, { number })
  if (utf8(source).length > POLICY_BYTES_MAX) fault('policy-long')
  if (!source.endsWith('\n')) fault('policy-end')
  const logs = []
  const witnesses = []
  const names = new Map()
  let groups = 0
  let quorum
  for (const [at, line] of source.slice(0, -1).split('\n').entries()) {
    const number = at + 1
    if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(line)) wrong(number, 'text')
    const items = line.split(/[ \t]/).filter((item) => item !== '')
    if (items.length === 0 || items[0].startsWith('#')) continue
    const define = (name, meaning) => {
      if (name === 'none' || names.has(name)) wrong(number, 'name')
      names.set(name, { meaning, isMember: false })
    }
    const [word, ...rest] = items
    if (word === 'log' && rest.length >= 1 && rest.length <= 2) {
      const key = await readKey(rest[0])
      if (key.kind === 4 || logs.some((log) => log.key === key.key)) wrong(number, 'key')
      if (logs.push(key) > DEFINITIONS_MAX) wrong(number, 'many')
    } else if (word === 'witness' && rest.length >= 2 && rest.length <= 3) {
      const key = await readKey(rest[1])
      if (key.kind === 1 || witnesses.some((witness) => witness.key === key.key)) wrong(number, 'key')
      define(rest[0], { witness: witnesses.length })
      if (witnesses.push({ ...key, title: rest[0] }) > DEFINITIONS_MAX) wrong(number, 'many')
    } else if (word === 'group' && rest.length >= 3) {
      const [name, threshold, ...members] = rest
      if (++groups > DEFINITIONS_MAX) wrong(number, 'many')
      // By a map: a threshold called `constructor` is none, and every object has something of that name.
      const count = new Map([['all', members.length], ['any', 1]]).get(threshold) ?? Number(decimal(threshold) ?? 0)
      if (count < 1 || count > members.length) wrong(number, 'threshold')
      const found = members.map((member) => {
        const defined = names.get(member)
        if (!defined || defined.isMember) wrong(number, 'member')
        defined.isMember = true
        return defined.meaning
      })
      define(name, { threshold: count, members: found })
    } else if (word === 'quorum' && rest.length === 1) {
      if (quorum !== undefined) wrong(number, 'second')
      if (rest[0] !== 'none' && !names.has(rest[0])) wrong(number, 'absent')
      quorum = rest[0] === 'none' ? null : names.get(rest[0]).meaning
    } else {
      wrong(number, 'unread')
    }
  }
  if (quorum === undefined) fault('policy-quorum')
  return { logs, witnesses, quorum }
}

// Browsers do not all know ML-DSA. The module is large, so it is fetched where a policy names such a key: by the
// policy and not by the receipt, so that what is fetched says nothing about the receipt.
async function mlDsaFor ({ logs, witnesses }, address) {
  if (![...logs, ...witnesses].some(({ kind }) => kind === 6)) return null
  return (await import(address)).ml_dsa44
}

const number64 = (number) => {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, number)
  return bytes
}
const shortText = (words) => {
  const bytes = utf8(words)
  return bytes.length <= SHORT_TEXT_BYTES_MAX ? joined(Uint8Array.of(bytes.length), bytes) : null
}

/** What a cosignature of ML-DSA-44 signs: the checkpoint as a subtree from 0 (c2sp.org/tlog-cosignature). */
function subtreeMessage (cosigner, time, { origin, size, root }) {
  const [name, log] = [shortText(cosigner), shortText(origin)]
  return name && log && joined(utf8('subtree/v1\n\0'), name, number64(time), log, number64(0n), number64(size), root)
}

/** The time of a signature that holds, which is null where it has none; undefined where it does not hold. */
async function timeOf (key, note, checkpoint, signature, mlDsa) {
  let [time, bytes] = [null, signature.bytes]
  if (key.kind !== 1) {
    if (bytes.length < 8) return undefined
    time = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0)
    if (time > NUMBER_MAX) return undefined
    bytes = bytes.slice(8)
  }
  if (key.kind === 6) {
    const message = subtreeMessage(key.name, time, checkpoint)
    const valid = message && bytes.length === ML_DSA_44_SIGNATURE_BYTES && mlDsa.verify(bytes, message, key.handle)
    return valid ? time : undefined
  }
  const message = utf8(key.kind === 4 ? `cosignature/v1\ntime ${time}\n${note.text}` : note.text)
  const valid = bytes.length === 64 && await crypto.subtle.verify({ name: 'Ed25519' }, key.handle, bytes, message)
  return valid ? time : undefined
}

/** The witnesses whose cosignatures hold; a signature of a known key that does not hold spoils everything. */
async function cosigned (note, checkpoint, policy, mlDsa) {
  const by = (key) => note.signatures.filter((line) => line.name === key.name && line.id === key.id)
  const bad = (key) => fault('signature', { name: key.name })
  const logs = policy.logs.filter((log) => log.name === checkpoint.origin)
  if (logs.length === 0) fault('ledger-unknown', { name: checkpoint.origin })
  let signed = false
  for (const log of logs) {
    for (const line of by(log)) {
      if (await timeOf(log, note, checkpoint, line, mlDsa) === undefined) bad(log)
      signed = true
    }
  }
  if (!signed) fault('ledger-unsigned')
  const found = []
  const times = []
  for (const witness of policy.witnesses) {
    let time = null
    for (const line of by(witness)) {
      const made = await timeOf(witness, note, checkpoint, line, mlDsa)
      if (made === undefined) bad(witness)
      if (time === null || made > time) time = made
    }
    times.push(time)
    if (time !== null) found.push({ witness: witness.title, key: witness.name, time: Number(time) })
  }
  const met = (rule) => rule.members ? rule.members.filter(met).length >= rule.threshold : times[rule.witness] !== null
  if (policy.quorum && !met(policy.quorum)) fault('quorum')
  return found
}

const leafHash = (entry) => sha256(Uint8Array.of(0), entry)
const nodeHash = (left, right) => sha256(Uint8Array.of(1), left, right)

/** RFC 9162, section 2.1.3.2. */
async function isIncluded (leaf, index, size, proof, root) {
  if (index >= size) return false
  let [node, position, last, at] = [leaf, index, size - 1n, 0]
  while (last > 0n) {
    if (position & 1n || position < last) {
      const sibling = proof[at++]
      if (!sibling) return false
      node = await (position & 1n ? nodeHash(sibling, node) : nodeHash(node, sibling))
    }
    position >>= 1n
    last >>= 1n
  }
  return at === proof.length && same(node, root)
}

const commitmentOf = (entry) => {
  const found = /^\{"c":"([A-Za-z0-9_-]{43})","v":1\}$/.exec(entry)
  return found ? digest32(base64url(found[1])) : null
}

async function readTally (tally, commitment, checkpoint) {
  if (tally === undefined || tally === null) return { state: 'absent' }
  const wrong = () => fault('tally')
  if (typeof tally !== 'object' || typeof tally.salt !== 'string' || !Number.isInteger(tally.index) || tally.index < 0) {
    fault('extra')
  }
  const salt = digest32(base64url(tally.salt)) ?? wrong()
  const [entry, proof] = [tally.entry ?? null, tally.proof ?? null]
  if (entry === null && proof === null) return { state: 'claimed', index: tally.index }
  if (typeof entry !== 'string' || !Array.isArray(proof) || proof.length > HASHES_MAX) wrong()
  const found = /^\{"class":"([a-z-]+)","l":"([A-Za-z0-9_-]{43})","period":"([0-9]{4}-H[12])","v":1\}$/.exec(entry)
  if (!found || !CLASSES.has(found[1])) wrong()
  const leaf = digest32(base64url(found[2])) ?? wrong()
  if (!same(leaf, await sha256(utf8('candour.tally.v1\n'), salt, commitment))) wrong()
  const hashes = proof.map((hash) => (typeof hash === 'string' && digest32(base64(hash))) || wrong())
  const place = BigInt(tally.index)
  if (!await isIncluded(await leafHash(utf8(entry)), place, checkpoint.size, hashes, checkpoint.root)) wrong()
  return { state: 'proved', index: tally.index, class: found[1], period: found[3] }
}

function split (file) {
  if (file.length > FILE_BYTES_MAX) fault('file-long')
  const whole = text(file) ?? fault('file')
  const at = whole.indexOf('\n\n')
  const lines = at < 0 ? [] : whole.slice(0, at).split('\n')
  if (lines.shift() !== 'c2sp.org/tlog-proof@v1') fault('file')
  let extra = null
  if (lines[0]?.startsWith('extra ')) extra = base64(lines.shift().slice(6)) ?? fault('extra')
  const first = lines.shift() ?? ''
  const index = first.startsWith('index ') ? decimal(first.slice(6)) : null
  if (index === null) fault('index')
  if (lines.length > HASHES_MAX) fault('proof')
  const hashes = lines.map((line) => digest32(base64(line)) ?? fault('proof'))
  if (extra && extra.length > EXTRA_BYTES_MAX) fault('long')
  return { extra, index, hashes, note: whole.slice(at + 2) }
}

function readExtra (bytes) {
  const malformed = () => fault('extra-missing')
  const source = bytes ? text(bytes) : null
  if (source === null) malformed()
  let extra
  try {
    extra = JSON.parse(source)
  } catch {
    malformed()
  }
  const optional = (value) => value === undefined || value === null || typeof value === 'string'
  if (extra === null || typeof extra !== 'object' || typeof extra.entry !== 'string' ||
    !optional(extra.salt) || !optional(extra.event)) malformed()
  return extra
}

async function checked (file, policySource, mlDsaAddress) {
  const policy = await readPolicy(policySource)
  const mlDsa = await mlDsaFor(policy, mlDsaAddress)
  const { extra: bytes, index, hashes, note: noteSource } = split(file)
  const note = splitNote(noteSource)
  const checkpoint = readCheckpoint(note.text)
  const extra = readExtra(bytes)
  const entry = utf8(extra.entry)
  const commitment = entry.length <= ENTRY_BYTES_MAX ? commitmentOf(extra.entry) : null
  if (!commitment) fault('entry')
  const cosignatures = await cosigned(note, checkpoint, policy, mlDsa)
  if (!await isIncluded(await leafHash(entry), index, checkpoint.size, hashes, checkpoint.root)) {
    fault('place', { number: index })
  }
  const [salt, event] = [extra.salt ?? null, extra.event ?? null]
  if ((salt === null) !== (event === null)) fault('extra-missing')
  if (event !== null) {
    const opened = digest32(base64url(salt)) ?? fault('extra-missing')
    if (!same(commitment, await sha256(utf8('candour.leaf.v1\n'), opened, utf8(event)))) {
      fault('event')
    }
  }
  const tally = await readTally(extra.tally, commitment, checkpoint)
  return { origin: checkpoint.origin, index: Number(index), size: Number(checkpoint.size), cosignatures, event, tally }
}

/**
 * Checks a receipt against a quorum policy.
 * @param {Uint8Array} file the receipt's bytes
 * @param {string} policy the quorum policy's text
 * @param {string} mlDsaAddress the module that checks ML-DSA signatures; fetched where the policy names such a key
 * @returns {Promise<{holds: true, report: object} | {holds: false, why: string, put: object}>} why is the name of a sentence,
 *   put is what stands in it; never rejects for what is in the file
 */
export async function check (file, policy, mlDsaAddress) {
  try {
    return { holds: true, report: await checked(file, policy, mlDsaAddress) }
  } catch (error) {
    if (error instanceof Fault) return { holds: false, why: error.message, put: error.put }
    throw error
  }
}

/** A sentence of the page, with what is put in where it has a name in braces. */
function said (name, put = {}) {
  const sentence = document.querySelector('[data-receipt-words]').content.querySelector(`[data-name="${name}"]`).textContent
  return sentence.replace(/\{([a-z]+)\}/g, (_, place) => put[place])
}

// In the page's language, if the browser knows it.
const moment = (time) => new Date(time * 1000).toLocaleString([document.documentElement.lang, 'en-GB'])

// A half-year such as `2026-H1`, as every other page says it.
const halfYear = (period) => said(`half-${period.at(-1)}`, { year: period.slice(0, 4) })

function proved ({ origin, index, size, cosignatures, event, tally }) {
  const found = [said('in-ledger', { index, size, origin })]
  if (cosignatures.length) {
    const witnesses = cosignatures.map(({ key, time }) => `${key}, ${moment(time)}`).join('; ')
    found.push(said('witnessed', { witnesses }))
  }
  if (event !== null) found.push(said('event-proved'))
  if (tally.state === 'proved') {
    found.push(said('counted', { period: halfYear(tally.period), class: said(`class-${tally.class}`) }))
  }
  return found
}

function notProved ({ cosignatures, event, tally }) {
  const found = []
  if (!cosignatures.length) found.push(said('ledger-alone'))
  found.push(said(event === null ? 'event-unseen' : 'event-true'))
  if (tally.state !== 'proved') found.push(said('uncounted'))
  found.push(said('everything'))
  return found
}

function show (place, answer) {
  const element = (name, words, style) => {
    const made = document.createElement(name)
    made.textContent = words
    if (style) made.className = style
    return made
  }
  const list = (sentences) => {
    const made = element('ul', '', 'nhsuk-list nhsuk-list--bullet')
    made.append(...sentences.map((sentence) => element('li', sentence)))
    return made
  }
  if (answer.holds) {
    place.replaceChildren(
      element('h3', said('holds'), 'nhsuk-heading-s'), element('p', said('proves')), list(proved(answer.report)),
      element('p', said('proves-not')), list(notProved(answer.report)))
  } else if (answer.unchecked) {
    place.replaceChildren(element('h3', said('unchecked'), 'nhsuk-heading-s'), element('p', said(answer.unchecked)))
  } else {
    place.replaceChildren(
      element('h3', said('fails'), 'nhsuk-heading-s'),
      element('p', said('why', { why: said(answer.why, answer.put) })))
  }
  place.focus()
}

const form = globalThis.document?.getElementById('receipt-check')
if (form && globalThis.crypto?.subtle) {
  form.hidden = false
  const [file, policy, place] = ['receipt', 'policy', 'receipt-result'].map((id) => document.getElementById(id))
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (!file.files.length) {
      show(place, { holds: false, why: 'no-file' })
      return
    }
    try {
      const bytes = new Uint8Array(await file.files[0].arrayBuffer())
      // A browser gives the lines of a text field with the ends of its system.
      show(place, await check(bytes, policy.value.replaceAll('\r\n', '\n'), form.dataset.mlDsa))
    } catch {
      // The browser lacks what is needed, or a part of the script could not be fetched: no judgement on the receipt.
      show(place, { unchecked: 'unable' })
    }
  })
}
