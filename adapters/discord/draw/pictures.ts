import { type APIMediaGalleryComponent, ComponentType } from 'discord.js'
import type { DrawnPicture } from '../../../src/pictures/open-pictures.ts'
import { shorten } from '../../../src/text/shorten.ts'
import { ATTACHMENT_DESCRIPTION } from '../limits.ts'

/** A gallery with one picture, because several pictures in one gallery are shown small. */
export const drawPicture = (picture: DrawnPicture): APIMediaGalleryComponent => ({
  type: ComponentType.MediaGallery,
  items: [{ media: { url: addressOf(picture) }, description: describe(picture) }],
})

export const fileNameOf = ({ kind }: DrawnPicture): string => `${kind}.png`

/**
 * The address by which a component shows an attachment.
 * https://docs.discord.com/developers/reference#uploading-files
 */
export const addressOf = (picture: DrawnPicture): string => `attachment://${fileNameOf(picture)}`

/** The description that screen readers speak. */
export const describe = ({ alt }: DrawnPicture): string => shorten(alt, ATTACHMENT_DESCRIPTION)
