import { html, render } from 'htm/preact'
import { App } from './app.ts'
import { peopleToBe } from './live.ts'
import { drawKeptTheme } from './theme.ts'

/** The window of the person that the address names, or of the first one. */
async function start(root: HTMLElement): Promise<void> {
  try {
    const people = await peopleToBe()
    const wanted = new URLSearchParams(location.search).get('person')
    const person = people.find(({ id }) => id === wanted) ?? people.find(({ bot }) => !bot)
    root.replaceChildren()
    render(html`<${App} people=${people} person=${person?.id ?? ''} />`, root)
  } catch {
    root.textContent = 'The workspace cannot be reached. Is it still running? Reload to try again.'
  }
}

drawKeptTheme()
const root = document.querySelector<HTMLElement>('#root')
if (root !== null) void start(root)
