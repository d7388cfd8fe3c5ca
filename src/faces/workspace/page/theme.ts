import { useLayoutEffect, useState } from 'preact/hooks'

export const THEMES = ['system', 'light', 'dark'] as const

export type Theme = (typeof THEMES)[number]

const KEY = 'theme'

const kept = (): Theme => THEMES.find((theme) => theme === localStorage.getItem(KEY)) ?? 'system'

const draw = (theme: Theme): void => {
  document.documentElement.dataset['theme'] = theme
}

/** Before anything else is drawn: no window flashes up in other colours than its own. */
export const drawKeptTheme = (): void => draw(kept())

/** Light, dark, or as the system has it; kept in this browser. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(kept)
  useLayoutEffect(() => {
    draw(theme)
    localStorage.setItem(KEY, theme)
  }, [theme])
  return [theme, setTheme]
}
