// Where it is said what came of something in the page of integration: two places, of which screen
// readers read out the first in its turn, and the second, an alert, at once.

/** Says what succeeded, or what went wrong; what is said already is left alone, nothing included. */
export function tell({ children }, done, wrong = '') {
  ;[done, wrong].forEach((words, at) => {
    if (children[at].textContent !== words) children[at].textContent = words
  })
}
