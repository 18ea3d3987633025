// axe as a script, to run in a page.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
