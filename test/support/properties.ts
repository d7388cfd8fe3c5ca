import process from 'node:process'
import * as fc from 'fast-check'

// Properties are tried on what chance makes, and it makes the same each time: a run says the same of the same code. For
// others: DATELINE_SEED=7 npm run test:only -- test/text
fc.configureGlobal({ seed: Number(process.env['DATELINE_SEED'] ?? 2011) })

export * as fc from 'fast-check'
