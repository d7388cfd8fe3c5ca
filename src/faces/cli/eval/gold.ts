import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { AppError } from '../../../errors.ts'
import { Findings } from '../findings.ts'

const GoldLine = Findings.extend({
  questions: z
    .array(
      z.object({
        question: z.string(),
        answers: z.array(z.string()),
        evidence: z.string().nullable().default(null),
      }),
    )
    .default([]),
})
export type GoldLine = z.infer<typeof GoldLine>

export type GoldQuestion = GoldLine['questions'][number] & { readonly article: string }

/** Reads gold answers, one article a line. */
export async function readGold(file: string): Promise<readonly GoldLine[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('gold_missing', `The gold answers "${file}" cannot be read.`, HINT, {
      cause,
    })
  })
  return text
    .split('\n')
    .map((line, at) => ({ line, at }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, at }) => parseLine(line, `${file}:${at + 1}`))
}

const HINT = 'Give a file of one JSON object an article: npm run eval -- --gold FILE'

function parseLine(line: string, place: string): GoldLine {
  try {
    return GoldLine.parse(JSON.parse(line))
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)
    throw new AppError('gold_missing', `${place} is no line of gold answers: ${reason}`, HINT, {
      cause,
    })
  }
}
