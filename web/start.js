// Starts the page, and fetches the rest once a visitor asks for it: an element says what it asks for
// in `data-do`, and asked.js knows how.

import init from 'casd-simulator'

const asked = (what, from) =>
  import('./asked.js')
    .then(({ perform }) => perform(what, from))
    .catch(() => { document.getElementById('not-loaded').hidden = false })

/** Copies a text, and says beside the button whether it worked. */
async function copy({ dataset, parentElement }) {
  const { copied, notCopied } = parentElement.dataset
  const said = parentElement.querySelector('.said')
  try {
    await navigator.clipboard.writeText(dataset.text)
    said.textContent = copied
  } catch {
    said.textContent = notCopied
  }
}

// What was said of a simulation is not said of the next.
const forget = () => { for (const said of document.querySelectorAll('.said:not(:empty)')) said.textContent = '' }
addEventListener('input', forget)
addEventListener('click', ({ target }) => {
  const from = target.closest('button')
  if (!from) return
  forget()
  if (!from.dataset.do) return
  if (from.dataset.do === 'copy') copy(from)
  else asked(from.dataset.do, from)
})
addEventListener('change', ({ target }) => {
  if (target.dataset.do && target.files[0]) asked(target.dataset.do, target)
})
for (const event of ['dragover', 'drop']) {
  addEventListener(event, (dragged) => {
    if (!dragged.dataTransfer.types.includes('Files')) return
    dragged.preventDefault()
    // The browser takes the list back once this has run: a copy.
    if (event === 'drop') asked('import', { files: [...dragged.dataTransfer.files] })
  })
}

// Whoever goes back by a key or a button of the browser does not turn from the window first: the page
// writes what stands on it as soon as that is about to happen.
const settle = () => dispatchEvent(new Event('blur'))
document.documentElement.addEventListener('mouseleave', settle)
addEventListener('keydown', ({ key }) => { if (key === 'Alt' || key === 'Meta') settle() })

// Browsers without a share sheet for files get no button for it.
const pdf = new File([], 'a.pdf', { type: 'application/pdf' })
document.documentElement.toggleAttribute('data-shares', navigator.canShare?.({ files: [pdf] }) ?? false)

await init({ module_or_path: new URL('./casd-simulator_bg.wasm', import.meta.url) })

const view = new URLSearchParams(location.search).get('view')
if (view) asked('show', view)
