// The files of dist/ that a browser asks for, without what was compressed of them.

import { readdirSync } from 'node:fs'
import { DIST } from '../browser/site.js'

export const NAMES = readdirSync(DIST).filter((name) => /\.\w+$/.test(name) && !/\.(br|gz)$/.test(name))

/** Whether a name has a digest in it, and so never stands for other contents. */
export const isNamedByContent = (name) => /-[0-9a-f]{15,16}(_bg)?\.\w+$/.test(name)
