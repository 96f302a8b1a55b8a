// ML-DSA-44 by @noble/post-quantum: one JSON object a line in, one out. See mldsa.py, which answers the same questions.

import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'

const web = createRequire(join(import.meta.dirname, '../../web/package.json'))
const { ml_dsa44: mlDsa } = await import(pathToFileURL(web.resolve('@noble/post-quantum/ml-dsa.js')))

const bytes = (hex) => Uint8Array.from(Buffer.from(hex, 'hex'))
const hex = (data) => Buffer.from(data).toString('hex')

for await (const line of createInterface({ input: process.stdin })) {
  const ask = JSON.parse(line)
  const message = bytes(ask.message)
  if (ask.do === 'sign') {
    const keys = mlDsa.keygen(bytes(ask.seed))
    const signature = mlDsa.sign(message, keys.secretKey)
    console.log(JSON.stringify({ public: hex(keys.publicKey), signature: hex(signature) }))
  } else {
    let holds = false
    try {
      holds = mlDsa.verify(bytes(ask.signature), message, bytes(ask.public))
    } catch {
      // A key or signature of the wrong length is an error there and a refusal here.
    }
    console.log(JSON.stringify({ holds }))
  }
}
