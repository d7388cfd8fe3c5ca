import type { AppError } from '../../../errors.ts'
import type { DrawnPage } from './report.ts'
import { drawHeading, drawWords } from './lines.ts'

/** A failure that people can mend: what was wrong, and what to do. */
export const drawProblem = ({ message, hint }: AppError): DrawnPage => ({
  text: `${message} ${hint}`,
  blocks: [drawHeading(message), drawWords(hint)],
  citations: [],
})

/** A failure that is Dateline's own: what to do now, and the number under which the log has the details. */
export function drawIncident(incident: string): DrawnPage {
  const message = 'Dateline could not answer this.'
  const hint = `Nothing is lost: please ask again. If it happens again, tell whoever runs Dateline the incident number ${incident}.`
  return {
    text: `${message} ${hint}`,
    blocks: [drawHeading(message), drawWords(hint)],
    citations: [],
  }
}
