// Files read back with tools that did not write them: poppler for the PDF, and the least that reads a
// message or a table; and days as Intl writes them.

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

function poppler(tool, ...args) {
  return execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

/** Text in which each space, of whatever kind and number, is one plain space. */
export function plain(text) {
  return text.replace(/\s+/g, ' ').trim()
}

/** What a PDF says: its text, its title, its pages and the files attached to it, by name. */
export function readPdf(bytes) {
  const folder = mkdtempSync(join(tmpdir(), 'simulation-'))
  const path = join(folder, 'read.pdf')
  writeFileSync(path, bytes)
  const info = Object.fromEntries(
    poppler('pdfinfo', path)
      .split('\n')
      .filter((line) => line.includes(':'))
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  )
  const attached = join(folder, 'attached')
  mkdirSync(attached)
  poppler('pdfdetach', '-saveall', '-o', attached, path)
  const attachments = readdirSync(attached).map((name) => [name, readFileSync(join(attached, name))])
  const text = plain(poppler('pdftotext', '-raw', path, '-'))
  rmSync(folder, { recursive: true })
  return {
    text,
    title: info.Title,
    pages: Number(info.Pages),
    attachments: Object.fromEntries(attachments),
  }
}

/** A message: its headers, by name in lower case, and its parts, decoded. */
export function readMessage(bytes) {
  const { headers, body } = halves(bytes.toString('latin1'))
  const boundary = /boundary="?([^";\r\n]+)"?/.exec(headers['content-type'])[1]
  const parts = body.split(`--${boundary}`).slice(1, -1).map((part) => {
    const { headers, body } = halves(part.replace(/^\r\n/, ''))
    const name = /filename="?([^";]+)"?/.exec(headers['content-disposition'])?.[1]
    return { type: headers['content-type'].split(';')[0], name, bytes: decoded(headers, body.replace(/\r\n$/, '')) }
  })
  return { headers, parts, end: body.trimEnd().endsWith(`--${boundary}--`) }
}

function halves(text) {
  const end = text.indexOf('\r\n\r\n')
  const fields = text.slice(0, end).replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const headers = fields.map((field) => [field.slice(0, field.indexOf(':')).toLowerCase(), field.slice(field.indexOf(':') + 1).trim()])
  return { headers: Object.fromEntries(headers), body: text.slice(end + 4) }
}

function decoded(headers, body) {
  switch (headers['content-transfer-encoding']) {
    case 'base64':
      return Buffer.from(body, 'base64')
    case 'quoted-printable': {
      const whole = body.replace(/=\r\n/g, '')
      return Buffer.from(whole.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16))), 'latin1')
    }
    default:
      return Buffer.from(body, 'latin1')
  }
}

/** The rows of a table in CSV (RFC 4180). */
export function readTable(text, separator) {
  const rows = [[]]
  let at = 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        if (at >= text.length) throw new Error('a quoted cell has no end')
        if (text[at] === '"') at += 1
        cell += text[at]
      }
      at += 1
    } else {
      const start = at
      while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') at += 1
      cell = text.slice(start, at)
    }
    rows.at(-1).push(cell)
    if (text[at] === separator) {
      at += 1
      // A separator at the very end of a line is followed by an empty cell.
      if (text[at] === '\r' || at === text.length) rows.at(-1).push('')
    }
    if (text.startsWith('\r\n', at)) {
      at += 2
      if (at < text.length) rows.push([])
    }
  }
  return rows
}

/** A day as the page writes it in its language. */
export function written(lang, iso) {
  return new Intl.DateTimeFormat({ fr: 'fr-FR', en: 'en-GB' }[lang], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso))
}

/** Cents of an amount, however it is written: `−€1,234.50`, `1 234,50 €`, `-1234,50`. */
export function cents(amount) {
  const digits = amount.replace(/[^0-9]/g, '')
  return (/^[-−]/.test(amount) ? -1 : 1) * Number(digits)
}
