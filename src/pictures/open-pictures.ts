import { createKillableThreads } from '../thread/killable-threads.ts'
import type { TollFigures, TrendFigure } from '../records/message.ts'
import type { Look } from './canvas.ts'
import type { Card } from './draw-card.ts'
import type { Claims } from './claims.ts'
import type { CountryFigure, DayFigure, OwnershipFigure } from './figures.ts'
import type { Picture } from './picture.ts'

/** What is to be drawn, and how. */
export type PictureWish = { readonly look: Look; readonly as: 'svg' | 'png' } &
  /** `captioned`: its caption stands in it, for who shows it alone. */
  (
    | { readonly kind: 'map'; readonly figures: readonly CountryFigure[]; readonly captioned?: true }
    /** As PNG alone: words of outlets are in it. */
    | { readonly kind: 'card'; readonly card: Card; readonly as: 'png' }
    | { readonly kind: 'days'; readonly figures: readonly DayFigure[] }
    | { readonly kind: 'ownership'; readonly figures: readonly OwnershipFigure[] }
    | { readonly kind: 'trend'; readonly figures: readonly TrendFigure[] }
    /** `zone`: IANA, of the times in it. */
    | { readonly kind: 'tolls'; readonly figures: readonly TollFigures[]; readonly zone: string }
  )

/** A drawing as an image file. */
export interface DrawnPicture extends Pick<Picture, 'alt' | 'caption'> {
  readonly kind: PictureWish['kind']
  readonly as: PictureWish['as']
  readonly bytes: Uint8Array
}

export interface Pictures {
  /** Null where drawing was closed meanwhile: the process ends. @throws Error where it could not be drawn */
  draw(wish: PictureWish): Promise<DrawnPicture | null>
  close(): Promise<void>
}

/** The first map takes a second, as the atlas is read. */
const DEADLINE_MS = 20_000

/**
 * Draws in a thread of its own, as a map takes tenths of a second in which nobody would get an answer. It starts with the first wish and ends when there was none for
 * half a minute: who wants no pictures pays nothing.
 */
export function openPictures(claims: Claims): Pictures {
  const worker = new URL('./picture-worker.ts', import.meta.url)
  const limits = { data: claims, deadlineMs: DEADLINE_MS, warm: false }
  const threads = createKillableThreads<PictureWish, DrawnPicture>(worker, limits)
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
