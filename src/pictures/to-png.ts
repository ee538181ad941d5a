import { createRequire } from 'node:module'
import { escapeMarkup } from './canvas.ts'
import type { MeasureText } from './measure-text.ts'

const FONTS = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf']

/**
 * Renders one of our SVGs as PNG in its own size, in a thread of resvg (some 100 ms for a map). Uses bundled
 * fonts only (Latin, Cyrillic, Arabic, Hebrew, …), so that every machine draws the same.
 */
export async function toPng(svg: string): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js')
  return (await renderAsync(svg, withFonts())).asPng()
}

function withFonts() {
  const { resolve } = createRequire(import.meta.url)
  return {
    font: {
      loadSystemFonts: false,
      fontFiles: FONTS.map((name) => resolve(`dejavu-fonts-ttf/ttf/${name}`)),
      defaultFontFamily: 'DejaVu Sans',
    },
  }
}

/**
 * Opens a function that measures text as `toPng` paints it in bold. Each text is measured once, in some
 * milliseconds.
 */
export async function openMeasure(): Promise<MeasureText> {
  const { Resvg } = await import('@resvg/resvg-js')
  const fonts = withFonts()
  const widths = new Map<string, number>()
  const atHundred = (text: string): number => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">' +
      `<text y="100" font-size="100" font-weight="bold" font-family="DejaVu Sans">${escapeMarkup(text)}</text></svg>`
    return new Resvg(svg, fonts).getBBox()?.width ?? 0
  }
  return (text, size) => (widths.getOrInsertComputed(text, atHundred) * size) / 100
}
