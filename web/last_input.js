// Whether keys or a pointer were used last. Scripts move the focus to headings, and browsers differ in when
// `:focus-visible` then holds: in some for everyone. The ring is of use to those who go on with the keys.

/** Has `data-keys` on the root while keys were used last; shortcuts of browser and system do not count. */
export function followLastInput(root, page) {
  const note = (isKey) => root.toggleAttribute('data-keys', isKey)
  page.addEventListener('keydown', ({ altKey, ctrlKey, metaKey }) => { if (!altKey && !ctrlKey && !metaKey) note(true) }, true)
  page.addEventListener('pointerdown', () => note(false), true)
}
