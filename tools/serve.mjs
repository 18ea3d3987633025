// Serves a folder on 127.0.0.1 as a host that is set up for it would: types, headers, precompressed files,
// no listing, nothing above it. Pages of this machine may frame it.
//
//   node tools/serve.mjs dist 8080

import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, resolve } from 'node:path'
import { TYPES, cacheControl, headers as common } from './hosting.mjs'

const root = resolve(process.argv[2] ?? 'dist')
const port = Number(process.argv[3] ?? process.env.PORT ?? 8080)
const always = common("'self' http://127.0.0.1:* http://localhost:*")

createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://host').pathname))
  let file = join(root, path)
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html')
  if (!file.startsWith(root) || !existsSync(file)) {
    response.writeHead(404, { ...always, 'Content-Type': 'text/plain' }).end('not found')
    return
  }
  const headers = {
    ...always,
    'Content-Type': TYPES[extname(file).slice(1)] ?? 'application/octet-stream',
    'Cache-Control': cacheControl(file),
  }
  const accepted = request.headers['accept-encoding'] ?? ''
  if (accepted.includes('br') && existsSync(`${file}.br`)) {
    headers['Content-Encoding'] = 'br'
    file += '.br'
  }
  response.writeHead(200, headers)
  createReadStream(file).pipe(response)
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/`))
