import { workerData } from 'node:worker_threads'
import type { Claims } from './claims.ts'
import { drawDays, drawOwnership } from './draw-charts.ts'
import { drawCard } from './draw-card.ts'
import { drawTolls } from './draw-tolls.ts'
import { drawTrend } from './draw-trend.ts'
import { drawMap } from './draw-map.ts'
import type { DrawnPicture, PictureRequest } from './open-pictures.ts'
import type { Picture } from './picture.ts'
import { openMeasure, toPng } from './to-png.ts'

const claims: Claims = workerData

/** Draws a picture in a worker thread of its own (piscina). */
export default async function answer(wish: PictureRequest): Promise<DrawnPicture> {
  const { svg, alt, caption } = await draw(wish)
  const bytes = wish.as === 'png' ? await toPng(svg) : Buffer.from(svg)
  return { kind: wish.kind, as: wish.as, bytes: new Uint8Array(bytes), alt, caption }
}

async function draw(wish: PictureRequest): Promise<Picture> {
  switch (wish.kind) {
    case 'map':
      return drawMap(wish.figures, claims, wish.look, wish.captioned)
    case 'card':
      return drawCard(wish.card, claims, wish.look, await openMeasure())
    case 'days':
      return drawDays(wish.figures, wish.look)
    case 'tolls':
      return drawTolls(wish.figures, wish.zone, wish.look)
    case 'trend':
      return drawTrend(wish.figures, wish.look)
    case 'ownership':
      return drawOwnership(wish.figures, wish.look)
    default:
      return wish satisfies never
  }
}
