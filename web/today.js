const pad = (part) => String(part).padStart(2, '0')
/** Today, as the calendar of the visitor has it. */
export const today = () => {
  const now = new Date()
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}
