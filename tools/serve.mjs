// Serves a folder on 127.0.0.1 as a static host would: precompressed files, no listing, nothing above it.
//
//   node tools/serve.mjs dist 8080

import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, resolve } from 'node:path'

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
}

const root = resolve(process.argv[2] ?? 'dist')
const port = Number(process.argv[3] ?? process.env.PORT ?? 8080)

createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://host').pathname))
  let file = join(root, path)
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html')
  if (!file.startsWith(root) || !existsSync(file)) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found')
    return
  }
  const headers = { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-cache' }
  const accepted = request.headers['accept-encoding'] ?? ''
  if (accepted.includes('br') && existsSync(`${file}.br`)) {
    headers['content-encoding'] = 'br'
    file += '.br'
  }
  response.writeHead(200, headers)
  createReadStream(file).pipe(response)
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/`))
