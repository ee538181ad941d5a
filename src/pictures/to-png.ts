import { createRequire } from 'node:module'
import { escapeMarkup } from './canvas.ts'
import type { MeasureText } from './measure-text.ts'

const FONTS = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf']

/**
 * A drawing of ours as PNG in its own size, in a thread of resvg's own (some 100 ms for a map). Fonts come along (Latin, Cyrillic, Arabic, Hebrew, …): a machine's own
 * are not looked at, so that every machine draws the same.
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

/** Measures words as `toPng` paints them bold, each once; some milliseconds a word. */
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
