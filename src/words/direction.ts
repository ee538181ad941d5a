/** Whether the text contains letters or marks that run from right to left. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text)
}

/** Whether the text contains letters or marks that run from left to right. */
export function hasLeftToRight(text: string): boolean {
  return LEFT_TO_RIGHT.test(text)
}

/** Whether a first-strong isolate would give the text right-to-left direction. */
export function startsRightToLeft(text: string): boolean {
  const strong = /[\p{L}\u200e\u200f\u061c]/u.exec(text)
  return strong !== null && RIGHT_TO_LEFT.test(strong[0])
}

/** Whether the last letter or mark of the text runs from left to right. */
export function endsLeftToRight(text: string): boolean {
  const strong = /[\p{L}\u200e\u200f\u061c](?=[^\p{L}\u200e\u200f\u061c]*$)/u.exec(text)
  return strong !== null && LEFT_TO_RIGHT.test(strong[0])
}

/** Scripts in use with bidirectional class R or AL. */
const SCRIPTS = [
  'Hebrew',
  'Arabic',
  'Syriac',
  'Thaana',
  'Nko',
  'Samaritan',
  'Mandaic',
  'Adlam',
  'Hanifi_Rohingya',
]
  .map((script) => String.raw`\p{Script=${script}}`)
  .join('')

/** Letters of these scripts, and the marks RLM and ALM. */
const RIGHT_TO_LEFT = new RegExp(String.raw`[${SCRIPTS}\u200f\u061c]`, 'u')

/** All other letters, and the mark LRM. */
const LEFT_TO_RIGHT = new RegExp(String.raw`[[\p{L}\u200e]--[${SCRIPTS}]]`, 'v')

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_DIRECTIONAL_ISOLATE = '\u2069'
export const LEFT_TO_RIGHT_MARK = '\u200e'
export const RIGHT_TO_LEFT_MARK = '\u200f'

/**
 * Wraps a text in first-strong isolation (FSI … PDI), so that its direction cannot reorder the text around
 * it. Left-to-right text in a left-to-right line is returned as it is, so that copied lines stay clean.
 */
export function isolate(text: string, lineIsRightToLeft: boolean): string {
  if (!lineIsRightToLeft && !hasRightToLeft(text)) return text
  return FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE
}

/**
 * Isolates a later line of a wrapped text. Terminals order each line separately, so a mark repeats the
 * direction of the whole.
 */
export function isolateContinued(text: string, whole: string, lineIsRightToLeft: boolean): string {
  if (!lineIsRightToLeft && !hasRightToLeft(whole)) return text
  const mark = startsRightToLeft(whole) ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK
  return FIRST_STRONG_ISOLATE + mark + text + POP_DIRECTIONAL_ISOLATE
}
