import { createKillableThreads } from '../thread/killable-threads.ts'
import type { TollFigures, TrendFigure } from '../records/message.ts'
import type { Look } from './canvas.ts'
import type { Card } from './draw-card.ts'
import type { Claims } from './claims.ts'
import type { CountryFigure, DayFigure, OwnershipFigure } from './figures.ts'
import type { Picture } from './picture.ts'

/** A request for a picture. */
export type PictureRequest = { readonly look: Look; readonly as: 'svg' | 'png' } &
  /** `captioned` puts the caption inside the picture, for places that show the picture alone. */
  (
    | { readonly kind: 'map'; readonly figures: readonly CountryFigure[]; readonly captioned?: true }
    /** Only as PNG, because it contains outlets' text. */
    | { readonly kind: 'card'; readonly card: Card; readonly as: 'png' }
    | { readonly kind: 'days'; readonly figures: readonly DayFigure[] }
    | { readonly kind: 'ownership'; readonly figures: readonly OwnershipFigure[] }
    | { readonly kind: 'trend'; readonly figures: readonly TrendFigure[] }
    /** `zone` is the IANA zone of the times in it. */
    | { readonly kind: 'tolls'; readonly figures: readonly TollFigures[]; readonly zone: string }
  )

/** A picture as an image file. */
export interface DrawnPicture extends Pick<Picture, 'alt' | 'caption'> {
  readonly kind: PictureRequest['kind']
  readonly as: PictureRequest['as']
  readonly bytes: Uint8Array
}

export interface Pictures {
  /**
   * Draws a picture; null if drawing was closed because the process ends.
   * @throws Error if it could not be drawn
   */
  draw(wish: PictureRequest): Promise<DrawnPicture | null>
  close(): Promise<void>
}

/** Limit for one picture, in milliseconds. The first map takes a second, because the atlas is read. */
const DEADLINE_MS = 20_000

/**
 * Opens a thread for drawing, since a map takes tenths of a second during which nobody would get an answer.
 * The thread starts with the first picture and ends after half a minute without one, so it costs nothing if
 * pictures are not used.
 */
export function openPictures(claims: Claims): Pictures {
  const worker = new URL('./picture-worker.ts', import.meta.url)
  const limits = { data: claims, deadlineMs: DEADLINE_MS, warm: false }
  const threads = createKillableThreads<PictureRequest, DrawnPicture>(worker, limits)
  let isClosed = false
  return {
    async draw(wish) {
      const answer = isClosed ? null : await threads.run(wish)
      if (answer === null || (isClosed && 'status' in answer)) return null
      if ('status' in answer) throw new Error(`A picture could not be drawn. ${answer.text}`)
      return answer
    },
    close() {
      isClosed = true
      return threads.close()
    },
  }
}
