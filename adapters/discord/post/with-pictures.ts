import { ComponentType } from 'discord.js'
import type { DrawnPicture } from '../../../src/pictures/open-pictures.ts'
import { type DiscordPart, formOf } from '../draw/drawing.ts'
import { walk } from '../draw/pack.ts'
import { addressOf, describe, fileNameOf } from '../draw/pictures.ts'

/**
 * Prepares a part for the API together with its attachments: with components, the pictures they show; with
 * embeds, all pictures on the first part. https://docs.discord.com/developers/reference#uploading-files
 */
export function withPictures<Part extends DiscordPart>(
  part: Part,
  all: readonly DrawnPicture[],
  isFirst: boolean,
) {
  const shown = addressesIn(part)
  const pictures =
    formOf(part) === 'cards' ? all.filter((picture) => shown.has(addressOf(picture))) : isFirst ? all : []
  if (pictures.length === 0) return { body: part, files: [] }
  const attachments = pictures.map((picture, index) => ({
    id: String(index),
    filename: fileNameOf(picture),
    description: describe(picture),
  }))
  return {
    body: { ...part, attachments },
    files: pictures.map((picture) => ({
      name: fileNameOf(picture),
      data: Buffer.from(picture.bytes),
      contentType: 'image/png',
    })),
  }
}

const addressesIn = ({ components = [] }: DiscordPart): ReadonlySet<string> =>
  new Set(
    components
      .flatMap(walk)
      .flatMap((component) =>
        component.type === ComponentType.MediaGallery ? component.items.map(({ media }) => media.url) : [],
      ),
  )
