import type { types } from '@slack/bolt'
import { decodeHTMLStrict } from 'entities'

/** Returns the visible text of a block, without buttons and layout. */
export function shownText(block: types.KnownBlock): string {
  switch (block.type) {
    case 'header':
      return block.text.text
    case 'rich_text':
      return richText(block)
    case 'context':
      return block.elements.map((element) => ('text' in element ? textObject(element) : '')).join('')
    case 'table':
      return block.rows
        .flat()
        .map((cell) => (cell.type === 'rich_text' ? richText(cell) : cell.text))
        .join('\n')
    default:
      return ''
  }
}

/** Returns every address that a click in the block opens. */
export function addressesIn(piece: unknown): readonly string[] {
  if (Array.isArray(piece)) return piece.flatMap(addressesIn)
  if (typeof piece !== 'object' || piece === null) return []
  return Object.entries(piece).flatMap(([key, value]) => {
    if (typeof value !== 'string') return addressesIn(value)
    if (key === 'url') return [value]
    const isMarkup = key === 'text' && 'type' in piece && piece.type === 'mrkdwn'
    return isMarkup ? [...value.matchAll(LINK)].map(([, url = '']) => decodeHTMLStrict(url)) : []
  })
}

const LINK = /<([^<>|]+)\|([^<>|]*)>/gu

const textObject = (text: types.TextObject): string =>
  text.type === 'plain_text' ? text.text : decodeHTMLStrict(text.text.replaceAll(LINK, '$2'))

const richText = ({ elements }: types.RichTextBlock): string =>
  elements
    .map((part) =>
      part.type === 'rich_text_list'
        ? ''
        : part.elements.map((element) => ('text' in element ? element.text : '')).join(''),
    )
    .join('')
