// What assistive technologies are given, as Chromium's accessibility tree has it: names, roles, states, and the
// order of it all. No screen reader speaks here.

/** The accessibility tree, in the order of reading: each node its role, its name and its properties. */
export async function readTree(page) {
  const devtools = await page.context().newCDPSession(page)
  const { nodes } = await devtools.send('Accessibility.getFullAXTree')
  await devtools.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const inOrder = (node) => [node, ...(node.childIds ?? []).flatMap((id) => (byId.has(id) ? inOrder(byId.get(id)) : []))]
  return inOrder(nodes.find(({ parentId }) => !parentId))
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, value, properties = [] }) => ({
      role: role.value,
      name: name?.value ?? '',
      value: value?.value,
      ...Object.fromEntries(properties.map(({ name, value }) => [name, value.value])),
    }))
}

const OPERATED = ['button', 'link', 'textbox', 'checkbox', 'radio', 'combobox', 'option', 'Date', 'DateTime', 'spinbutton', 'DisclosureTriangle', 'Iframe', 'slider', 'ColorWell']
/** What takes the focus without being operated: what scrolls on its own, and headings and sources that a view or a link goes to. */
const READ = ['RootWebArea', 'region', 'heading', 'listitem', 'generic', 'group', 'status', 'main', 'code', 'article', 'form', 'Pre', 'pre']
const LANDMARKS = ['banner', 'navigation', 'main', 'contentinfo']

const brief = ({ role, name }) => `${role} “${name}”`

/** Each returns what is wrong in the tree of a place. */
export const TREE = {
  'everything that can be operated has a name and a role': (tree) => {
    const operated = tree.filter(({ role, focusable }) => focusable || OPERATED.includes(role))
    const isOperated = ({ role }) => OPERATED.includes(role)
    return [
      ...operated.filter((node) => !isOperated(node) && !READ.includes(node.role)).map((node) => `no such role: ${brief(node)}`),
      ...operated.filter((node) => isOperated(node) && !/\S/.test(node.name)).map((node) => `no name: ${brief(node)}`),
      ...(operated.filter(isOperated).length > 3 ? [] : ['nothing can be operated']),
    ]
  },

  'headings go down one level at a time': (tree) => {
    const headings = tree.filter(({ role }) => role === 'heading')
    return [
      ...(headings[0]?.level === 1 ? [] : [`the first is of level ${headings[0]?.level}`]),
      ...headings.slice(1).flatMap(({ level, name }, at) => (level > 1 && level <= headings[at].level + 1 ? [] : [`${level} after ${headings[at].level}: “${name}”`])),
      ...headings.filter(({ name }) => !/\S/.test(name)).map(({ level }) => `without words: a heading of level ${level}`),
    ]
  },

  // Pages without a menu have no navigation.
  'the landmarks are the same, in the same order': (tree, { hasMenu }) => {
    const landmarks = tree.map(({ role }) => role).filter((role) => LANDMARKS.includes(role)).join(' ')
    const expected = LANDMARKS.filter((role) => hasMenu || role !== 'navigation').join(' ')
    return landmarks === expected ? [] : [`${landmarks}, not ${expected}`]
  },
}

/** All the words of the page, sentence by sentence; those of a label, which the tree has now and then, by the name of the field. */
function sentences(tree) {
  const names = new Set(tree.filter(({ role }) => OPERATED.includes(role)).map(({ name }) => name))
  return tree
    .filter(({ role, name }) => OPERATED.includes(role) || (role === 'StaticText' && !names.has(name)))
    .map(({ name }) => name.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
}

/** What gets lost, or comes in another order, without style sheets. */
export async function lostWithoutStyle(page) {
  const before = sentences(await readTree(page))
  const style = (disabled) =>
    page.evaluate((disabled) => {
      for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) sheet.disabled = disabled
      return getComputedStyle(document.body).marginTop
    }, disabled)
  const margin = await style(true)
  const after = sentences(await readTree(page))
  await style(false)
  // The numbers of lists are the style sheet's; all the rest is found again, further and further down.
  let at = -1
  const lost = before.filter((sentence) => {
    const next = after.indexOf(sentence, at + 1)
    if (next >= 0) at = next
    return next < 0 && !/^(\d+|\.)$/.test(sentence)
  })
  return [...lost, ...(margin === '8px' ? [] : ['the style sheets are still on']), ...(before.length > 10 ? [] : ['there are no words'])]
}
