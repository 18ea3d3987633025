// Debian's nginx on hosting/nginx.conf and hosting/nginx-location.conf as they are: started by whoever
// runs the tests, on a port of its own, with nothing of the system's own configuration.

import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Site, freePort } from './site.js'

const HOSTING = fileURLToPath(new URL('../../hosting/', import.meta.url))
const NGINX = ['/usr/sbin/nginx', '/usr/bin/nginx'].find(existsSync) ?? 'nginx'
const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'

export class Nginx {
  /** `framedBy` are the origins that may frame the simulator where it is asked for as `localhost`. */
  static async start(folder, framedBy) {
    const nginx = new Nginx()
    nginx.prefix = mkdtempSync(join(tmpdir(), 'casd-nginx-'))
    nginx.port = await freePort()
    nginx.origin = `http://127.0.0.1:${nginx.port}/`
    // As docs/hosting.md says to allow a host.
    const maps = readFileSync(join(HOSTING, 'nginx.conf'), 'utf8')
    const allowed = maps.replace(`default "'self'";`, `default "'self'";\n    localhost "'self' ${framedBy}";`)
    writeFileSync(join(nginx.prefix, 'maps.conf'), allowed)
    // Where root runs the tests, nginx answers as another user.
    chmodSync(nginx.prefix, 0o755)
    chmodSync(folder, 0o755)
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${nginx.prefix}/${name};`)
    writeFileSync(join(nginx.prefix, 'wrapper.conf'), `
      load_module ${BROTLI};
      daemon off;
      worker_processes 1;
      pid ${nginx.prefix}/pid;
      error_log stderr crit;
      events {}
      http {
        access_log off;
        ${temporary.join('\n')}
        include ${nginx.prefix}/maps.conf;
        server {
          listen 127.0.0.1:${nginx.port};
          location / {
            root ${folder};
            include ${HOSTING}nginx-location.conf;
          }
          location /outils/simulateur/ {
            alias ${folder}/;
            include ${HOSTING}nginx-location.conf;
          }
        }
      }`)
    const options = ['-p', nginx.prefix, '-c', join(nginx.prefix, 'wrapper.conf'), '-e', 'stderr']
    const check = spawnSync(NGINX, ['-t', ...options], { encoding: 'utf8' })
    if (check.status !== 0) throw new Error(`nginx refuses the configuration: ${check.error ?? check.stderr}`)
    nginx.process = spawn(NGINX, options, { stdio: 'inherit' })
    await nginx.listens()
    return nginx
  }

  async listens() {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      if (await fetch(this.origin).then(() => true, () => false)) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('nginx does not answer')
  }

  async stop() {
    this.process.kill('SIGQUIT')
    await once(this.process, 'exit')
    rmSync(this.prefix, { recursive: true })
  }
}

/** Debian's nginx with a copy of dist/; origins of this machine's other port may frame it under `localhost`. */
export async function hosted(framedBy) {
  const site = Site.copy()
  const nginx = await Nginx.start(site.folder, framedBy)
  return { site, nginx, close: () => nginx.stop().then(() => site.close()) }
}
