import { localeOf } from '../words/locale.ts'

/** Fixed colours, as a picture in chat cannot know who looks at it, and pages offer both. */
type Theme = 'light' | 'dark'

/** How a picture is drawn and for whom. */
export interface Look {
  /** BCP 47. */
  readonly language: string
  readonly theme: Theme
}

/** Texts stand 4.5 to 1 against the ground, shapes that carry a figure 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11). `steps`: the weakest first; `warn`: what is missing. */
export const COLOURS = {
  light: {
    ground: '#ffffff',
    land: '#e3e6ea',
    line: '#ffffff',
    text: '#1b2430',
    quiet: '#566273',
    steps: ['#7d9fd0', '#4f7fc4', '#2a5da8', '#123a75'],
    warn: '#b3541e',
  },
  dark: {
    ground: '#14181f',
    land: '#2b323d',
    line: '#14181f',
    text: '#eef1f5',
    quiet: '#a7b1c0',
    steps: ['#41638f', '#5a86c0', '#86b0ea', '#c3dcff'],
    warn: '#e8955c',
  },
} as const

/** Pixels: twice as wide as a message in chat shows it, so that small texts stay sharp. */
export const WIDTH = 800
export const MARGIN = 24

/** What a picture of one size is put together with. Places are in pixels from the left and the top, as the reader's script runs: `x` from where lines begin. */
export function openCanvas({ language, theme }: Look, height: number, width: number = WIDTH) {
  const { rightToLeft, tag } = localeOf(language)
  const colours = COLOURS[theme]
  const number = new Intl.NumberFormat(tag)
  /** From where lines begin to pixels from the left, of a thing so wide. */
  const at = (x: number, wide = 0): number => (rightToLeft ? width - x - wide : x)
  const parts: string[] = []
  return {
    colours,
    height,
    write: (count: number): string => number.format(count),
    add: (markup: string): void => void parts.push(markup),
    box(x: number, y: number, wide: number, tall: number, colour: string): void {
      parts.push(
        `<rect x="${at(x, wide)}" y="${y}" width="${wide}" height="${tall}" rx="2" fill="${colour}"/>`,
      )
    },
    /** `towards`: where the text lies from `x`. */
    text(
      x: number,
      y: number,
      text: string,
      style: {
        size?: number
        bold?: boolean
        quiet?: boolean
        towards?: 'end' | 'middle' | 'start'
        /** Of a text of its own direction, which begins where lines of it do. */
        rightToLeft?: boolean
      } = {},
    ): void {
      const { size = 15, bold = false, quiet = false, towards = 'end' } = style
      const isMirrored = style.rightToLeft ?? rightToLeft
      const anchor = towards === 'middle' ? 'middle' : (towards === 'end') === isMirrored ? 'end' : 'start'
      // resvg heeds no `direction`: an isolate gives a line its own.
      const isolated = `${isMirrored ? '\u2067' : '\u2066'}${escapeMarkup(text)}\u2069`
      parts.push(
        `<text x="${isMirrored ? width - x : x}" y="${y}" font-size="${size}" text-anchor="${anchor}"` +
          ` fill="${quiet ? colours.quiet : colours.text}"${bold ? ' font-weight="bold"' : ''}>${isolated}</text>`,
      )
    },
    /** `label`: read out where the picture stands in a page. */
    svg: (label: string): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" ` +
      `aria-label="${escapeMarkup(label)}" font-family="DejaVu Sans, system-ui, sans-serif">` +
      `<rect width="${width}" height="${height}" fill="${colours.ground}"/>${parts.join('')}</svg>`,
  }
}

export type Canvas = ReturnType<typeof openCanvas>

export const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
