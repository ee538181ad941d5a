import { styleText } from 'node:util'
import { MAX_HYPERLINK_BYTES } from '../limits.ts'
import type { Look } from '../../../src/chat/wording/span.ts'

type Format = Parameters<typeof styleText>[0]

const FORMATS: Readonly<Record<Look, Format>> = {
  title: 'bold',
  section: ['bold', 'cyan'],
  headline: 'bold',
  new: ['bold', 'green'],
  updated: ['bold', 'yellow'],
  mark: 'cyan',
  quiet: 'dim',
  warning: ['bold', 'yellow'],
  error: ['bold', 'red'],
}

export interface Paint {
  readonly colour: boolean
  readonly hyperlinks: boolean
}

/** Adds colour and link to a run of harmless text. */
export function paint(
  text: string,
  look: Look | undefined,
  url: string | null,
  { colour, hyperlinks }: Paint,
): string {
  const coloured =
    colour && look !== undefined ? styleText(FORMATS[look], text, { validateStream: false }) : text
  return hyperlinks && url !== null && url.length <= MAX_HYPERLINK_BYTES ? hyperlink(coloured, url) : coloured
}

/** An OSC 8 hyperlink, terminated by ST. The address is plain ASCII already: see `webAddress`. */
function hyperlink(text: string, url: string): string {
  return `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`
}
