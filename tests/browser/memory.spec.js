// Whoever has the page open all day finds it as it was in the morning.

import { expect, test } from './fixtures.js'

/** Keeps hold of the memory of the page's WebAssembly, so that its size can be read. */
function holdMemory() {
  for (const how of ['instantiate', 'instantiateStreaming']) {
    const made = WebAssembly[how]
    WebAssembly[how] = async (...given) => {
      const result = await made(...given)
      window.wasmMemory = Object.values((result.instance ?? result).exports).find((one) => one instanceof WebAssembly.Memory)
      return result
    }
  }
}

/** What is typed in turns: right and wrong, another number of users, another term, which SD-Boxes follow. */
const EDITS = { students: ['2', '0'], users: ['2', '12', '40'], months: ['12', '24', '6'] }

/** Edits each of the fields so many times in turns, and lets the browser paint now and then. */
async function edit([fields, turns]) {
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [id, values] of Object.entries(fields)) {
      const field = document.getElementById(id)
      field.value = values[turn % values.length]
      field.dispatchEvent(new Event('input', { bubbles: true }))
      // What follows from it is done in microtasks: before the next edit, as with a key.
      await new Promise((resolve) => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => { channel.port1.close(); resolve() }
        channel.port2.postMessage('')
      })
    }
    if (turn % 10 === 0) await new Promise(requestAnimationFrame)
  }
}

// Some seconds on an idle machine, and minutes on one that is busy.
test.describe.configure({ timeout: 600_000 })

test('a thousand edits of each field, right and wrong, leave nothing behind in memory', async ({ page, context, simulator }) => {
  await context.addInitScript(holdMemory)
  await simulator.open()
  const memory = () => page.evaluate(() => window.wasmMemory.buffer.byteLength)
  // What a first few hundred need, the next have.
  await page.evaluate(edit, [EDITS, 500])
  const before = await memory()
  expect(before).toBeGreaterThan(0)
  await page.evaluate(edit, [EDITS, 1_000])
  expect(await memory()).toBe(before)
})
