// Lists that must agree, compared.
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'dotenv'
import { describe, expect, test } from 'vitest'
import { readConfig, SETTINGS } from '../src/config.ts'
import { COMMANDS, EXIT_CODES } from '../src/faces/cli/commands.ts'

const read = (file: string): string => readFileSync(file, 'utf8')
const readme = read('README.md')

describe('.env.example and the settings', () => {
  const example = parse(read('.env.example'))

  test('list the same variables', () => {
    expect(Object.keys(example)).toEqual([...SETTINGS])
  })

  test('say the same where nothing is set', () => {
    expect(readConfig(example, '/srv')).toEqual(readConfig({}, '/srv'))
  })
})

describe('README.md', () => {
  test('names each folder of src in its list of the house', () => {
    const folders = readdirSync('src', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
    const listed = [...readme.matchAll(/^\| `(\w+)\/` \|/gmu)].map((match) => match[1])
    expect(new Set(listed)).toEqual(new Set(folders))
  })

  test('lists the exit codes as --help does', () => {
    const listed = [...readme.matchAll(/^\| (\d+) \| (.+?) \|$/gmu)].map((match) => [
      match[1],
      match[2],
    ])
    expect(listed).toEqual(Object.entries(EXIT_CODES))
  })

  test.each(Object.keys(COMMANDS))('shows npm command %s', (command) => {
    expect(readme).toMatch(new RegExp(`npm (?:run )?${command}\\b`, 'u'))
  })
})

describe('package.json', () => {
  const manifest: unknown = JSON.parse(read('package.json'))
  const keysOf = (field: string): string[] => {
    const value: unknown =
      typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, field) : null
    return Object.keys(value ?? {})
  }

  test('has a reason in docs/dependencies.md for each package', () => {
    const explained = [...read('docs/dependencies.md').matchAll(/^- (.+?):/gmu)].flatMap((match) =>
      [...(match[1] ?? '').matchAll(/`([^`]+)`/gu)].map((name) => name[1]),
    )
    const packages = [
      ...keysOf('dependencies'),
      ...keysOf('optionalDependencies'),
      ...keysOf('devDependencies'),
    ]
    expect(new Set(explained)).toEqual(new Set(packages))
  })

  test('has a script for each command', () => {
    expect(keysOf('scripts')).toEqual(expect.arrayContaining(Object.keys(COMMANDS)))
  })
})
