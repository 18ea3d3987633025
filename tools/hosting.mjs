// What a host sends with the files of dist/: their types, who may keep them and for how long, and the
// headers that keep the page to itself. It stands here once, and is written from here for each host:
//
//   node tools/hosting.mjs            hosting/nginx.conf, hosting/nginx-location.conf, hosting/apache.htaccess
//   node tools/hosting.mjs dist       dist/_headers, for Netlify, Cloudflare Pages and those that read the same

import { readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const TYPES = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
}

/** A name that changes with the contents of the file: whoever has it never has to ask again. */
const NAMED_BY_CONTENT = '-[0-9a-f]{8,16}(_bg)?\\.(css|js|svg|wasm)$'
const FOR_EVER = 'public, max-age=31536000, immutable'
/** Kept, and asked for again each time: a host answers in a few bytes where nothing changed. */
const ASK_AGAIN = 'no-cache'

export const cacheControl = (file) => (new RegExp(NAMED_BY_CONTENT).test(file) ? FOR_EVER : ASK_AGAIN)

/** Everything from the page's own origin, nothing inline, wasm but no `eval`; scripts only by name. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types casd-simulator',
]

/** The same as the page says it of itself, for hosts without headers. Who may frame it cannot be said there. */
export const policy = POLICY.join('; ')

/** What the page never asks a browser for. */
const DENIED = [
  'accelerometer', 'autoplay', 'browsing-topics', 'camera', 'clipboard-read', 'display-capture', 'encrypted-media',
  'fullscreen', 'geolocation', 'gyroscope', 'hid', 'idle-detection', 'magnetometer', 'microphone', 'midi', 'payment',
  'picture-in-picture', 'publickey-credentials-get', 'screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking',
]
/**
 * What it does: copy a number. It also shares a PDF, which browsers let a page do by default: those that
 * have no `web-share` would complain of the name on the console.
 */
const USED = ['clipboard-write']

/** The headers of every answer, errors included, where the page may be framed by those hosts. */
export const headers = (framedBy) => ({
  'Content-Security-Policy': [...POLICY, `frame-ancestors ${framedBy}`].join('; '),
  'Permissions-Policy': [...DENIED.map((name) => `${name}=()`), ...USED.map((name) => `${name}=(self)`)].join(', '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // All files are public and the same for everyone. A page of another origin loads embed.js, and one
  // that is isolated (COEP) frames the simulator: it may.
  'Cross-Origin-Resource-Policy': 'cross-origin',
  // Their pages may load embed.js as a module, too, or with its integrity.
  'Access-Control-Allow-Origin': '*',
})

const lines = (pairs, line) => Object.entries(pairs).map(line).join('\n')
const WRITTEN = '# Written by tools/hosting.mjs, which has the reasons: change it there, and run it again.'

const nginx = `${WRITTEN}
#
# For the http context: a copy as /etc/nginx/conf.d/casd-simulator.conf. See docs/hosting.md.

# Who may frame the simulator, by the host name it is asked under. For example:
#   default "'self' https://www.casd.eu";
map $host $casd_framed_by {
    default "'self'";
}

# A file whose name changes with its contents is kept for ever; the others are asked for again.
map $uri $casd_cache {
    default "${ASK_AGAIN}";
    "~${NAMED_BY_CONTENT}" "${FOR_EVER}";
}
`

const location = `${WRITTEN}
#
# For the location that serves dist/, with \`root\` or \`alias\`. See docs/hosting.md.

index index.html;
# The right address behind a proxy, too.
absolute_redirect off;

types {
${lines(TYPES, ([extension, type]) => `    "${type}" ${extension};`)}
}
default_type application/octet-stream;

# dist/ has a .br and a .gz beside each file. Without Debian's libnginx-mod-http-brotli-static, take out both
# lines that begin with \`brotli_static\`.
brotli_static on;
gzip_static on;
gzip_vary on;

# All of them here: a location inside this one that added a header would lose these.
${lines(headers('$casd_framed_by'), ([name, value]) => `add_header ${name} "${value}" always;`)}
# An error is not to be kept.
add_header Cache-Control $casd_cache;

# CASD's own files are replaced by hand: what was compressed beside them would be served instead.
location ~ /(price-list|enrolment-sessions)\\.json$ {
    brotli_static off;
    gzip_static off;
    gzip on;
    gzip_types application/json;
}

# What is for other hosts.
location ~ /(\\.|_headers$) {
    return 404;
}
`

const apache = `${WRITTEN}
#
# For Apache 2.4 with mod_headers, mod_mime, mod_rewrite and mod_setenvif: a copy as .htaccess beside
# index.html, where \`AllowOverride All\` holds. See docs/hosting.md.

# Who may frame the simulator. For example: "'self' https://www.casd.eu"
SetEnvIf Request_URI ^ "CASD_FRAMED_BY='self'"

DirectoryIndex index.html
Options -Indexes
FileETag MTime Size

${lines(TYPES, ([extension, type]) => `AddType "${type}" .${extension}`)}

# dist/ has a .br and a .gz beside each file. CASD's own files are replaced by hand: what was compressed
# beside them would be served instead.
RemoveType .gz
RemoveLanguage .br
AddEncoding br .br
AddEncoding gzip .gz
RewriteEngine On
RewriteRule /?((price-list|enrolment-sessions)\\.json|[^/]+\\.(br|gz))$ - [END]
RewriteCond %{HTTP:Accept-Encoding} br
RewriteCond %{REQUEST_FILENAME}.br -f
RewriteRule ^(.+)$ $1.br [END]
RewriteCond %{HTTP:Accept-Encoding} gzip
RewriteCond %{REQUEST_FILENAME}.gz -f
RewriteRule ^(.+)$ $1.gz [END]
Header merge Vary Accept-Encoding

${lines(headers('%{CASD_FRAMED_BY}e'), ([name, value]) => `Header always set ${name} "${value}"`)}
Header set Cache-Control "${ASK_AGAIN}"
<FilesMatch "${NAMED_BY_CONTENT.replace('$', '(\\.(br|gz))?$')}">
    Header set Cache-Control "${FOR_EVER}"
</FilesMatch>
`

/** The name of each file in hosting/, and what it says. */
export const files = { 'nginx.conf': nginx, 'nginx-location.conf': location, 'apache.htaccess': apache }

// Hosts that read it join what several rules say of one header, so that no header stands in two rules;
// those of `no-cache` are what these hosts send by themselves.
export const headersFile = (names, framedBy) => {
  const rule = (path, pairs) => `${path}\n${lines(pairs, ([name, value]) => `  ${name}: ${value}`)}\n`
  const kept = names.filter((name) => cacheControl(name) === FOR_EVER)
  return [rule('/*', headers(framedBy)), ...kept.map((name) => rule(`/${name}`, { 'Cache-Control': FOR_EVER }))].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = process.argv[2]
  const hosting = resolve(fileURLToPath(import.meta.url), '../../hosting')
  if (dist) writeFileSync(join(dist, '_headers'), headersFile(readdirSync(dist).sort(), process.env.FRAMED_BY ?? "'self'"))
  else for (const [name, text] of Object.entries(files)) writeFileSync(join(hosting, name), text)
}
