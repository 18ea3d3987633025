// What was copied, as another program has it: the simulator's own pages may not read it.

/** The text on the clipboard. */
export async function copied(page) {
  const reader = await page.context().newPage()
  try {
    // A page of the same origin, which may read it, without the headers that deny it.
    await reader.route('**/clipboard', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Clipboard</title>' }))
    await reader.goto(new URL('/clipboard', page.url()).href)
    await reader.bringToFront()
    return (await reader.evaluate(() => navigator.clipboard.readText())).replaceAll('\r\n', '\n')
  } finally {
    await reader.close()
  }
}
