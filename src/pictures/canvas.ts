import { localeOf } from '../words/locale.ts'

/** Colour themes are fixed: a picture in chat cannot know its viewer's theme, and pages offer both. */
type Theme = 'light' | 'dark'

/** Language and theme of a picture. */
export interface Look {
  /** BCP 47. */
  readonly language: string
  readonly theme: Theme
}

/**
 * Contrast with the background: 4.5 to 1 for text, 3 to 1 for shapes that carry a figure (WCAG 2.2, 1.4.3 and
 * 1.4.11). `steps` goes from the weakest to the strongest; `warn` marks what is missing.
 */
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

/** In pixels: twice the width at which chats show a picture, so that small text stays sharp. */
export const WIDTH = 800
export const MARGIN = 24

/**
 * Opens a canvas on which a picture is put together. Positions are in pixels from the top and from the side
 * where lines of the reader's script begin (`x`), so pictures are mirrored for right-to-left scripts.
 */
export function openCanvas({ language, theme }: Look, height: number, width: number = WIDTH) {
  const { rightToLeft, tag } = localeOf(language)
  const colours = COLOURS[theme]
  const number = new Intl.NumberFormat(tag)
  /** Converts `x` to pixels from the left, for an element of this width. */
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
    /** `towards` tells where the text lies relative to `x`. */
    text(
      x: number,
      y: number,
      text: string,
      style: {
        size?: number
        bold?: boolean
        quiet?: boolean
        towards?: 'end' | 'middle' | 'start'
        /**
         * The text's own direction, if it differs from the reader's. `x` then counts from where its lines
         * begin.
         */
        rightToLeft?: boolean
      } = {},
    ): void {
      const { size = 15, bold = false, quiet = false, towards = 'end' } = style
      const isMirrored = style.rightToLeft ?? rightToLeft
      const anchor = towards === 'middle' ? 'middle' : (towards === 'end') === isMirrored ? 'end' : 'start'
      // resvg ignores `direction`, so an isolate sets the direction of a line.
      const isolated = `${isMirrored ? '\u2067' : '\u2066'}${escapeMarkup(text)}\u2069`
      parts.push(
        `<text x="${isMirrored ? width - x : x}" y="${y}" font-size="${size}" text-anchor="${anchor}"` +
          ` fill="${quiet ? colours.quiet : colours.text}"${bold ? ' font-weight="bold"' : ''}>${isolated}</text>`,
      )
    },
    /** The finished SVG. `label` is for screen readers where the SVG is part of a page. */
    svg: (label: string): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" ` +
      `aria-label="${escapeMarkup(label)}" font-family="DejaVu Sans, system-ui, sans-serif">` +
      `<rect width="${width}" height="${height}" fill="${colours.ground}"/>${parts.join('')}</svg>`,
  }
}

export type Canvas = ReturnType<typeof openCanvas>

export const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
