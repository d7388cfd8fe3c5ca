import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Dismissal, State } from './state.ts'
import type { Ask, Outcome } from './live.ts'
import type { Go } from './place.ts'

/** What every part of the window may reach for. */
export interface Window {
  readonly state: State
  readonly ask: Ask
  readonly go: Go
  readonly dismiss: (dismissal: Omit<Dismissal, 'kind'>) => void
  /** Says what went wrong; empty text takes it away. */
  readonly tell: (problem: string) => void
}

const WindowContext = createContext<Window | null>(null)

export const WindowProvider = WindowContext.Provider

export function useWindow(): Window {
  const window = useContext(WindowContext)
  if (window === null) throw new Error('a part of the window is drawn outside of it')
  return window
}

/** Tells what went wrong with an action, if anything. */
export async function reported(window: Window, outcome: Promise<Outcome>): Promise<void> {
  const told = await outcome
  if (!told.ok) window.tell(told.error)
}
