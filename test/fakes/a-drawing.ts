import { drawMap } from '../../src/pictures/draw-map.ts'
import type { DrawnPicture, PictureWish } from '../../src/pictures/open-pictures.ts'
import { drawTolls } from '../../src/pictures/draw-tolls.ts'
import { drawTrend } from '../../src/pictures/draw-trend.ts'
import type { Picture } from '../../src/pictures/picture.ts'
import { toPng } from '../../src/pictures/to-png.ts'

/** Draws in this process instead of in a thread, with a world map that has no disputed areas. */
export async function aDrawing(wish: PictureWish): Promise<DrawnPicture> {
  const { svg, alt, caption } = await draw(wish)
  return { kind: wish.kind, as: 'png', bytes: new Uint8Array(await toPng(svg)), alt, caption }
}

function draw(wish: PictureWish): Picture | Promise<Picture> {
  switch (wish.kind) {
    case 'map':
      return drawMap(wish.figures, NO_CLAIMS, wish.look)
    case 'tolls':
      return drawTolls(wish.figures, wish.zone, wish.look)
    case 'trend':
      return drawTrend(wish.figures, wish.look)
    default:
      throw new Error(`no message has a picture of the kind ${wish.kind}`)
  }
}

/** Always the same object, so that the atlas is read only once. */
const NO_CLAIMS = { areas: [], borders: [] }

/** Reads atlas and fonts before a test waits for an answer. */
export async function warmDrawing(): Promise<void> {
  const look = { language: 'en', theme: 'light' } as const
  await aDrawing({ kind: 'map', figures: [{ code: 'SY', reports: 1 }], look, as: 'png' })
}
