// A copy of dist/ with a server of its own, which a test may change, stop and start again as a host may.

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
export const DIST = join(ROOT, 'dist')

/** A port that nobody listens on. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** What a file must be to run. */
export const integrityOf = (bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`

export class Site {
  /** The copy alone. */
  static copy() {
    const site = new Site()
    site.folder = mkdtempSync(join(tmpdir(), 'casd-site-'))
    cpSync(DIST, site.folder, { recursive: true, preserveTimestamps: true })
    return site
  }

  static async open() {
    const site = Site.copy()
    site.port = await freePort()
    site.origin = `http://127.0.0.1:${site.port}/`
    await site.start()
    return site
  }

  async start() {
    this.server = spawn(process.execPath, [join(ROOT, 'tools/serve.mjs'), this.folder, String(this.port)])
    await once(this.server.stdout, 'data')
  }

  /** From now on there is nobody at that address. */
  async stop() {
    if (!this.server || this.server.exitCode !== null || this.server.signalCode !== null) return
    this.server.kill()
    await once(this.server, 'exit')
  }

  read(file) {
    return readFileSync(join(this.folder, file), 'utf8')
  }

  /** Puts a file there, as a webmaster does: without what was compressed beside the old one. */
  write(file, text) {
    for (const compressed of ['.br', '.gz']) rmSync(join(this.folder, file + compressed), { force: true })
    writeFileSync(join(this.folder, file), text)
  }

  remove(file) {
    for (const name of [file, `${file}.br`, `${file}.gz`]) {
      if (existsSync(join(this.folder, name))) rmSync(join(this.folder, name))
    }
  }

  async close() {
    await this.stop()
    rmSync(this.folder, { recursive: true })
  }
}
