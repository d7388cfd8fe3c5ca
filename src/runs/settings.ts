import { readFileSync } from 'node:fs'
import process from 'node:process'
import type { Config, Environment } from '../config.ts'

/** Settings from the environment, then from the file .env of the folder in which Dateline runs. */
export async function readSettings(): Promise<Config> {
  const { readConfig } = await import('../config.ts')
  return readConfig({ ...(await environmentFile()), ...process.env }, process.cwd())
}

async function environmentFile(): Promise<Environment> {
  let text: string
  try {
    text = readFileSync('.env', 'utf8')
  } catch {
    return {} // there need not be one
  }
  const { parse } = await import('dotenv')
  return parse(text)
}

export const todayIn = (timeZone: string): string =>
  // the Swedish calendar is written as ISO 8601
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date())
