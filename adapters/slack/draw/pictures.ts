import { own } from '../../../src/chat/wording/span.ts'
import { drawContext } from './blocks.ts'
import type { Block, Group, DrawContext } from './drawing.ts'

/** Draws uploaded pictures with their captions. */
export const drawPictures = ({ pictures = [], rightToLeft }: DrawContext): readonly Group[] =>
  pictures.map(({ file, alt, caption }) => [
    { type: 'image', slack_file: { id: file }, alt_text: alt, block_id: `${PICTURE}${file}` },
    ...(caption === ''
      ? []
      : drawContext([[own(caption)]], rightToLeft).map((block, index) => ({
          ...block,
          block_id: `${PICTURE}${file}-${index}`,
        }))),
  ])

/** Prefix of the ids of all blocks of a picture. */
const PICTURE = 'picture-'

/** The part without its pictures; the same object if it has none. */
export function withoutPictures<Part extends { readonly blocks: readonly Block[] }>(part: Part): Part {
  const blocks = part.blocks.filter(({ block_id: id = '' }) => !id.startsWith(PICTURE))
  return blocks.length === part.blocks.length ? part : { ...part, blocks }
}
