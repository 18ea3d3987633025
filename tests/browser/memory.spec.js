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

/** Edits a field over and over, right and wrong in turns, and lets the browser paint after each. */
async function edit([id, values, edits]) {
  const field = document.getElementById(id)
  for (let done = 0; done < edits; done += 1) {
    field.value = values[done % values.length]
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await new Promise(requestAnimationFrame)
  }
}

// Fifteen hundred frames, on a machine that may be busy.
test.describe.configure({ timeout: 180_000 })

test.beforeEach(async ({ context }) => {
  await context.addInitScript(holdMemory)
})

for (const [what, id, values] of [
  ['what is right and what is wrong', 'students', ['2', '0']],
  ['another number of users', 'users', ['2', '12', '40']],
  ['another term, which SD-Boxes follow', 'months', ['12', '24', '6']],
]) {
  test(`a thousand edits leave nothing behind: ${what}`, async ({ page, simulator }) => {
    await simulator.open()
    const memory = () => page.evaluate(() => window.wasmMemory.buffer.byteLength)
    // What a first few hundred need, the next have.
    await page.evaluate(edit, [id, values, 500])
    const before = await memory()
    expect(before).toBeGreaterThan(0)
    await page.evaluate(edit, [id, values, 1_000])
    expect(await memory()).toBe(before)
  })
}
