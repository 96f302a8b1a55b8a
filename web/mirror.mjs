// The design system's stylesheet for languages that are written from right to left, made by RTLCSS from the one that the
// package brings. `make assets` runs it; the build embeds what it writes beside the package's own.

import { createRequire } from 'node:module'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const require = createRequire(import.meta.url)
const rtlcss = require('rtlcss')
const modules = join(import.meta.dirname, 'node_modules')
const { version } = JSON.parse(readFileSync(join(modules, 'nhsuk-frontend/package.json'), 'utf8'))
const name = `nhsuk-frontend-${version}`
const style = readFileSync(join(modules, `nhsuk-frontend/dist/nhsuk/${name}.min.css`), 'utf8')
const folder = join(modules, '.mirrored')
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, `${name}.rtl.min.css`), rtlcss.process(style))
