/**
 * How YAML is read that anybody may have written. Keys are words: a key that is itself a list or a map, one in another
 * (`? ? ? ?`), makes the parser write each of them out again and again, and a file of two kilobytes hold for minutes.
 * What the parser only warns of is not for the terminal.
 */
export const SAFE_YAML = { stringKeys: true, logLevel: 'error' } as const

/** What the parser complains of, in one line, without a full stop. */
export const yamlProblem = (message: string): string =>
  (message.split('\n')[0] ?? message)
    .replace('With stringKeys, all keys must be strings', 'a key must be a word')
    .replace(/[.:\s]+$/u, '')
