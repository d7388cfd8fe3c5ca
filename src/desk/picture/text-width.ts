/** Widths in Noto Sans, in ems: near enough to break and to cut a line. */
function widthOf(character: string): number {
  if (/[iljtfrI.,:;'’|!()[\] ]/u.test(character)) return 0.3
  if (/[mwMW@%—…]/u.test(character)) return 0.9
  if (/\p{Lu}/u.test(character)) return 0.66
  if (/\p{M}|\p{Cf}/u.test(character)) return 0
  if (/\p{Script=Arabic}/u.test(character)) return 0.5
  if (
    /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Emoji_Presentation}/u.test(character)
  )
    return 1
  return 0.57
}

export const textWidth = (words: string, size: number): number =>
  (words.match(/./gsu) ?? []).reduce((width, character) => width + widthOf(character), 0) * size

/** Breaks words into so many lines of a width; what is left over is cut with an ellipsis. */
export function fitted(
  words: string,
  { size, width, lines }: { readonly size: number; readonly width: number; readonly lines: number },
): readonly string[] {
  const broken: string[] = []
  let open = ''
  for (const word of words.split(/\s+/u)) {
    const longer = open === '' ? word : `${open} ${word}`
    if (open !== '' && textWidth(longer, size) > width) {
      broken.push(open)
      open = word
    } else open = longer
  }
  const all = [...broken, open]
  const kept = all.slice(0, lines)
  const last = kept.at(-1) ?? ''
  if (all.length <= lines && textWidth(last, size) <= width) return kept
  return [...kept.slice(0, -1), cut(last, size, width)]
}

function cut(words: string, size: number, width: number): string {
  let kept = words
  while (kept.length > 1 && textWidth(`${kept}…`, size) > width) kept = kept.slice(0, -1)
  return `${kept.replace(/[\s,;–-]+$/u, '')}…`
}
