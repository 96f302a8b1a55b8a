// A demonstration of its own in a temporary folder, for tests.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { mkdtempSync, readFileSync, existsSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const binary = join(import.meta.dirname, '../../target/debug/candour')

/** Starts one and waits until it is ready: what `demo.json` says, and how to stop it. */
export async function start () {
  const folder = mkdtempSync(join(tmpdir(), 'candour-browser-'))
  const service = spawn(binary, ['demo', '--port', '0', '--dir', folder], { stdio: 'ignore' })
  for (let waited = 0; !existsSync(join(folder, 'demo.json')); waited += 1) {
    assert.ok(waited < 1200 && service.exitCode === null, 'the demonstration was not ready in time')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const stop = () => {
    service.kill('SIGTERM')
    // It finishes what it has begun, and may write meanwhile.
    rmSync(folder, { recursive: true, force: true, maxRetries: 100, retryDelay: 100 })
  }
  return { demo: JSON.parse(readFileSync(join(folder, 'demo.json'))), stop }
}

/** How Chromium is started. */
export const settings = { executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'] }

/** A port that nobody has. */
export async function free () {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return port
}

/** Serves a record that is there, until it answers. */
export async function serve (config, url) {
  const service = spawn(binary, ['serve', '--config', config], { stdio: 'ignore' })
  for (let waited = 0; ; waited += 1) {
    assert.ok(waited < 600 && service.exitCode === null, 'the service was not ready in time')
    if (await fetch(`${url}/readyz`).then((answer) => answer.ok, () => false)) return service
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
