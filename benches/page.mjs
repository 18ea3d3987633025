// The page beside one of React and publicodes that asks for the same and shows the same lines: what a first
// visit loads, when it shows a first quote, how soon the total follows a key, what a thousand edits leave in
// memory. One browser for both, run by run in turns. Prints Markdown.
//
//   node benches/page.mjs        after make build and tools/bench.sh built dist/ and target/benches/peer/
//   PORT=8300 CHROMIUM=/opt/chromium node benches/page.mjs

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { median, quantile, say, table } from './measuring.mjs'

const RUNS = Number(process.env.RUNS ?? 11)
const KEYS = 100
const TYPING_ROUNDS = 3
const EDITS = 1_000
/** A frame of a screen of 60 Hz, in milliseconds. */
const FRAME = 16
/** Half the rate of fast typing: each key finds the page at rest. */
const BETWEEN_KEYS = 150
/** Longer than the form has to rest for the total to be read out. */
const REST = 2_500

const PORT = Number(process.env.PORT ?? 8130)
const PAGES = [
  { name: 'ours', folder: 'dist', port: PORT },
  { name: 'React and publicodes', folder: 'target/benches/peer', port: PORT + 1 },
]
const SLOW = 4
/** A phone on a fair mobile network. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 }

// What runs in the page, the same in both. A total is shown once the element of that id has a euro sign.

/** Notes when the total stood in the document, and when the frame with it was painted. */
function watchFirstTotal() {
  const watch = { inDocument: 0, painted: 0 }
  const observer = new MutationObserver(() => {
    if (!document.getElementById('total')?.textContent.includes('€')) return
    observer.disconnect()
    watch.inDocument = performance.now()
    afterPaint(() => { watch.painted = performance.now() })
  })
  // A task that waits for the frame to be painted: the first one after its callback.
  const afterPaint = (then) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = then
    port2.postMessage(0)
  })
  observer.observe(document, { subtree: true, childList: true, characterData: true })
  Object.assign(window, { watch, afterPaint })
}

/** Notes, for each key, how long the page worked until the total was another, laid out, and painted. */
function watchKeys() {
  window.keys = []
  const total = () => document.getElementById('total')?.textContent
  addEventListener('keydown', ({ timeStamp }) => {
    const [start, before] = [performance.now(), total()]
    const observer = new MutationObserver(() => {
      if (!total() || total() === before) return
      observer.disconnect()
      const changed = performance.now()
      // Whatever else of this key changes the document comes before the frame's callbacks.
      requestAnimationFrame(() => {
        const layout = performance.now()
        document.body.getBoundingClientRect()
        const laidOut = performance.now()
        afterPaint(() => keys.push({
          script: changed - start,
          layout: laidOut - layout,
          painted: performance.now() - timeStamp,
        }))
      })
    })
    observer.observe(document, { subtree: true, childList: true, characterData: true })
  }, { capture: true })
}

/** Keeps hold of the memories of wasm modules, so that their sizes can be read. */
function holdMemories() {
  window.memories = []
  const hold = ({ instance, ...rest }) => {
    memories.push(...Object.values(instance.exports).filter((one) => one instanceof WebAssembly.Memory))
    return { instance, ...rest }
  }
  for (const how of ['instantiate', 'instantiateStreaming']) {
    const made = WebAssembly[how]
    WebAssembly[how] = (...given) => made(...given).then(hold)
  }
}

/** Ten edits that leave the form as it was, over and over; the browser paints after each. */
async function edit(edits) {
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
  const enter = (id, value) => {
    const input = document.getElementById(id)
    setValue.call(input, value)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const press = (words) => [...document.querySelectorAll('button')].findLast((one) => one.textContent.startsWith(words)).click()
  const tick = () => document.getElementById('option-automatic-exports').click()
  const cycle = [
    () => enter('users', '25'),
    () => enter('months', '36'),
    tick,
    () => press('Ajouter'),
    () => enter('box-1', '7'),
    () => enter('students', '2'),
    () => press('Retirer'),
    tick,
    () => enter('students', '0'),
    // Twelve users first, so that every edit changes the total or the lines.
    () => { enter('users', '12'); enter('months', '12') },
  ]
  const totals = new Set()
  for (let done = 0; done < edits; done += 1) {
    cycle[done % cycle.length]()
    await new Promise(afterPaint)
    totals.add(document.getElementById('total').textContent)
  }
  return [...totals]
}

// What runs here.

const addressOf = ({ port }) => `http://127.0.0.1:${port}/?lang=fr`

async function serve({ folder, port }) {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const server = spawn(process.execPath, ['tools/serve.mjs', folder, String(port)], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  await Promise.race([once(server.stdout, 'data'), once(server, 'exit').then(() => { throw new Error(`port ${port} is taken`) })])
  return server
}

/** A visitor whom the browser does not know, with an empty cache. */
async function visit(browser, { isSlow, serviceWorkers = 'allow', scripts = [] }, act) {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 900 }, serviceWorkers })
  const page = await context.newPage()
  for (const script of [watchFirstTotal, ...scripts]) await page.addInitScript(script)
  const devtools = await context.newCDPSession(page)
  if (isSlow) {
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', NETWORK)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW })
  }
  try {
    return await act(page, devtools)
  } finally {
    await context.close()
  }
}

const toFirstTotal = async (page, address) => {
  await page.goto(address)
  await page.waitForFunction(() => watch.painted > 0)
  return page.evaluate(() => watch)
}

/** Every file that the page asks for until it is at rest, with its bytes as they are sent. */
const firstLoad = (browser, which) =>
  visit(browser, { serviceWorkers: 'block' }, async (page) => {
    const responses = []
    page.on('response', (response) => responses.push(response))
    await toFirstTotal(page, addressOf(which))
    await page.waitForLoadState('networkidle')
    const files = responses.filter((response) => response.url().startsWith('http'))
    return Promise.all(files.map(async (response) => ({
      file: new URL(response.url()).pathname.slice(1) || 'index.html',
      bytes: (await response.request().sizes()).responseBodySize,
    })))
  })

const firstQuote = (browser, which, isSlow) =>
  visit(browser, { isSlow }, (page) => toFirstTotal(page, addressOf(which)))

/** Digits typed after the number of users and taken back, one key at a time. */
const typing = (browser, which) =>
  visit(browser, { scripts: [watchKeys] }, async (page, devtools) => {
    await toFirstTotal(page, addressOf(which))
    await page.waitForLoadState('networkidle')
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW })
    await page.locator('#users').focus()
    await page.keyboard.press('End')
    await page.evaluate(() => { keys.length = 0 })
    for (let pressed = 0; pressed < KEYS; pressed += 1) {
      await page.keyboard.press(pressed % 2 ? 'Backspace' : String(1 + ((pressed / 2) % 9)))
      await page.waitForTimeout(BETWEEN_KEYS)
      await page.waitForFunction((pressed) => keys.length > pressed, pressed)
    }
    return page.evaluate(() => keys)
  })

async function memoryNow(page, devtools) {
  await page.waitForTimeout(REST)
  // What finalisers let go of in one collection goes in the next.
  for (let time = 0; time < 3; time += 1) await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  const metric = (name) => metrics.find((one) => one.name === name).value
  return {
    heap: metric('JSHeapUsedSize'),
    wasm: await page.evaluate(() => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)),
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
  }
}
const remembering = (browser, which) =>
  visit(browser, { serviceWorkers: 'block', scripts: [holdMemories] }, async (page, devtools) => {
    await devtools.send('Performance.enable')
    await toFirstTotal(page, addressOf(which))
    // The same form as at the end of each ten edits.
    await page.evaluate(edit, 10)
    const states = [await memoryNow(page, devtools)]
    let totals
    for (let time = 0; time < 2; time += 1) {
      totals = await page.evaluate(edit, EDITS)
      states.push(await memoryNow(page, devtools))
    }
    return { states, totals: totals.map((total) => total.replace(/\s/g, ' ')) }
  })

const ms = (number) => number.toFixed(number < 100 ? 1 : 0)
const kB = (bytes) => (bytes / 1_000).toFixed(0)
const met = (is) => (is ? 'met' : 'not met')

const servers = await Promise.all(PAGES.map(serve))
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
try {
  console.log(`## The page beside React and publicodes

Both are served by \`tools/serve.mjs\`, compressed with brotli, to Chromium ${browser.version()} without a window (${cpus()[0].model}, ${cpus().length}
cores). Theirs (\`benches/peer\`) has the inputs of the 2020 list, the lines and the total in French, and nothing else; ours is the
whole simulator: four offers, two languages, dates, checks, the number, notices, institutions.
`)

  say('bytes')
  const loads = []
  for (const which of PAGES) loads.push(await firstLoad(browser, which))
  const bytes = loads.map((files) => files.reduce((sum, file) => sum + file.bytes, 0))
  console.log(`### What a first visit loads, in bytes as sent

${table(['page', 'file', 'bytes'], PAGES.flatMap(({ name }, at) => [
    ...loads[at].map(({ file, bytes }) => [name, `\`${file}\``, bytes]),
    [name, '**in all**', bytes[at]],
  ]))}

Ours is ${(bytes[0] / bytes[1]).toFixed(2)}× theirs.
`)

  const conditions = [
    ['this machine', false],
    [`processor ${SLOW}× slower, 1.6 Mbit/s, 150 ms`, true],
  ]
  const rows = []
  for (const [condition, isSlow] of conditions) {
    const times = PAGES.map(() => [])
    // The first visit to each warms the browser up and does not count.
    for (let run = 0; run <= RUNS; run += 1) {
      say(`first quote, ${condition}: run ${run} of ${RUNS}`)
      for (const [at, which] of PAGES.entries()) {
        const { inDocument, painted } = await firstQuote(browser, which, isSlow)
        if (run > 0) times[at].push({ inDocument, painted })
      }
    }
    for (const [at, { name }] of PAGES.entries()) {
      const painted = times[at].map((time) => time.painted)
      rows.push([condition, name, ms(median(painted)), ms(Math.min(...painted)), ms(Math.max(...painted)), ms(median(times[at].map((time) => time.inDocument)))])
    }
  }
  console.log(`### From navigation to the first quote, in milliseconds

${RUNS} visits to each in turns, each with an empty cache. *Shown* is when the first frame with the total was painted, by a mutation observer
that is put into both pages, the frame's callback and the task after it; the clock starts with the navigation. The browser slows down the
page's main thread only: what it compiles of wasm beside it is not slowed down.

${table(['', 'page', 'shown, median', 'fastest', 'slowest', 'in the document, median'], rows)}
`)

  const keys = PAGES.map(() => [])
  for (let round = 0; round < TYPING_ROUNDS; round += 1) {
    for (const [at, which] of PAGES.entries()) {
      say(`typing, round ${round + 1} of ${TYPING_ROUNDS}: ${which.name}`)
      keys[at].push(...await typing(browser, which))
    }
  }
  const work = keys.map((all) => all.map(({ script, layout }) => script + layout))
  const painted = keys.map((all) => all.map((key) => key.painted))
  console.log(`### From a key to the new total, in milliseconds, processor ${SLOW}× slower

${TYPING_ROUNDS} × ${KEYS} keys in the number of users, in turns. *Work* is what has to fit into a frame: from the first listener of the key
to the total changed in the document, and laying the page out again. *Painted* is from the key to the task after the frame, the wait
for that frame included. The goal for work is ${FRAME} ms.

${table(['page', 'work, median', 'work, p95', 'of it script, median', 'painted, median', 'painted, p95', 'median within a frame', 'p95 within a frame'], PAGES.map(({ name }, at) => [
    name, ms(median(work[at])), ms(quantile(work[at], 0.95)), ms(median(keys[at].map((key) => key.script))),
    ms(median(painted[at])), ms(quantile(painted[at], 0.95)),
    met(median(work[at]) <= FRAME), met(quantile(work[at], 0.95) <= FRAME),
  ]))}
`)

  const memory = []
  for (const which of PAGES) {
    say(`memory: ${which.name}`)
    memory.push(await remembering(browser, which))
  }
  // What they do is the same only if they show the same.
  const totals = memory.map(({ totals }) => totals.join('; '))
  if (totals[0] !== totals[1] || memory[0].totals.length < 5) throw new Error(`totals differ: ${totals.join(' | ')}`)
  const after = ['before', `after ${EDITS.toLocaleString('en')} edits`, `after ${(2 * EDITS).toLocaleString('en')} edits`]
  const growth = memory.map(({ states: [, first, second] }) => second.heap + second.wasm - first.heap - first.wasm)
  console.log(`### What edits leave in memory

Users, months, students, an option, an SD-Box added and removed, each followed by a frame; the form is the same at each
reading, and both pages showed the same ${memory[0].totals.length} totals on the way. A reading comes after ${REST / 1_000} s of rest and a garbage collection. \`JSHeapUsedSize\`, \`Nodes\` and \`JSEventListeners\` are the browser's
counts, wasm is the size of the module's memory.

${table(['page', '', 'JS heap, kB', 'wasm, kB', 'nodes', 'listeners'], PAGES.flatMap(({ name }, at) =>
    memory[at].states.map((state, when) => [name, after[when], Number(kB(state.heap)), Number(kB(state.wasm)), state.nodes, state.listeners])))}

${PAGES.map(({ name }, at) => `From the first thousand edits to the second, ${name === 'ours' ? 'ours' : name} grew by ${kB(growth[at])} kB.`).join('\n')}
`)
} finally {
  await browser.close()
  servers.forEach((server) => server.kill())
}
