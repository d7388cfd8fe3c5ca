// A process of its own that writes: `node writer.ts FILE-OR-ADDRESS ID-PREFIX COUNT`. Says each id when it is kept.
import { AppError } from '../../src/errors.ts'
import { openStoreAt } from '../support/open-store.ts'
import { fullArticle, fullExtraction } from './full-article.ts'

const [place = '', prefix = '', count = '0'] = process.argv.slice(2)
try {
  const store = await openStoreAt(place)
  for (let number = 0; number < Number(count); number += 1) {
    const id = `${prefix}${number}`
    const kept = await store.keep(fullArticle(id), fullExtraction(id), { at: new Date() })
    const first = await store.claimOnce(`event-${number}`, new Date())
    process.stdout.write(`${id} ${kept} ${first}\n`)
  }
  await store.close()
} catch (error) {
  if (!(error instanceof AppError)) throw error
  process.stdout.write(`${error.code}\n`)
}
