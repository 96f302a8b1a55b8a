// A demonstration of its own in a temporary folder, for tests.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
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
