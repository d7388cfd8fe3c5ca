import { LEFT_TO_RIGHT_MARK } from '../../text/direction.ts'

/** A piece of a line with the way it looks; a whole piece is never broken where `whole` says so. */
export interface Piece {
  readonly text: string
  readonly whole: boolean
  readonly paint: (text: string) => string
}

/** What may not be torn apart: the characters between two places where a line may break. */
interface Word {
  readonly plain: string
  readonly painted: string
}

/** Names as capitals show them: `John Kerry`, `Deir ez-Zor`, `Syrian Observatory for Human Rights`. */
const NAME =
  /\p{Lu}[\p{L}\p{M}’'.-]*(?: (?:(?:al|as|ash|de|el|ez|bin|for|of|the) ){0,2}\p{Lu}[\p{L}\p{M}’'.-]*)+/gu
/** A longer row of capitals is a headline rather than a name. */
const LONGEST_NAME = 40

/** Breaks pieces into lines of at most `width` characters; a word longer than that stays whole. */
export function wrap(pieces: readonly Piece[], width: number): string[] {
  const lines: string[] = []
  let line = { plain: 0, painted: '' }
  for (const word of wordsOf(pieces)) {
    const length = lengthOf(word.plain)
    if (line.plain > 0 && line.plain + 1 + length > width) {
      lines.push(line.painted)
      line = { plain: 0, painted: '' }
    }
    line =
      line.plain === 0
        ? { plain: length, painted: word.painted }
        : { plain: line.plain + 1 + length, painted: `${line.painted} ${word.painted}` }
  }
  return line.plain > 0 || lines.length === 0 ? [...lines, line.painted] : lines
}

/** Pieces that touch without a space (`253` and `,`) make one word. */
function wordsOf(pieces: readonly Piece[]): Word[] {
  const words: Word[] = []
  let open: Word = { plain: '', painted: '' }
  for (const piece of pieces) {
    const parts = partsOf(piece)
    parts.forEach((part, index) => {
      if (index > 0) {
        words.push(open)
        open = { plain: '', painted: '' }
      }
      open = {
        plain: open.plain + part,
        painted: open.painted + (part === '' ? '' : piece.paint(part)),
      }
    })
  }
  return [...words, open].filter((word) => word.plain !== '')
}

function partsOf({ text, whole }: Piece): string[] {
  if (whole) {
    const inner = text.trim().replaceAll(HOLD, ' ')
    return [
      ...(text.startsWith(' ') ? [''] : []),
      inner,
      ...(text.endsWith(' ') && inner !== '' ? [''] : []),
    ]
  }
  const held = text.replaceAll(NAME, (name) =>
    name.length > LONGEST_NAME ? name : name.replaceAll(' ', HOLD),
  )
  return held.split(/[ \n\t]+/u).map((part) => part.replaceAll(HOLD, ' '))
}

/** Stands for a space at which no line may break; private use, so that no article has it. */
export const HOLD = '\ue000'

/** Characters as people count them: marks on a letter and joined emoji are one. */
function lengthOf(text: string): number {
  // most words are plain letters: they are spared the segmenter, which alone takes 20 ms to load
  if (/^[\x20-\x7e‘’“”–…]*$/u.test(text)) return text.length
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return [...graphemes.segment(text.replaceAll(LEFT_TO_RIGHT_MARK, ''))].length
}

let graphemes: Intl.Segmenter | null = null
