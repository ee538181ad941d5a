import type { types } from '@slack/bolt'
import { decodeHTMLStrict } from 'entities'
import type { Block } from '../draw/block.ts'

/** What blocks say, line by line and without markup: what a notification shows of them. Buttons count where nothing else is said. */
export function wordsIn(blocks: readonly Block[]): string {
  const said = blocks.map(wordsOf).filter((words) => words.trim() !== '')
  return (said.length > 0 ? said : blocks.map(labelsOf)).join('\n')
}

function wordsOf(block: Block): string {
  switch (block.type) {
    case 'header':
      return block.text.text
    case 'section':
      return block.text === undefined ? '' : ofText(block.text)
    case 'rich_text':
      return ofRichText(block)
    case 'context':
      return block.elements.map((element) => ('text' in element ? ofText(element) : '')).join('')
    case 'table':
      return block.rows
        .map((row) =>
          row.map((cell) => (cell.type === 'rich_text' ? ofRichText(cell) : ofRaw(cell))).join(' '),
        )
        .join('\n')
    default:
      return ''
  }
}

const ofRaw = (cell: types.RawTextElement | types.RawNumberElement): string => cell.text ?? ''

/** Our mrkdwn holds links and nothing else. */
const ofText = ({ type, text }: types.TextObject): string =>
  type === 'plain_text' ? text : decodeHTMLStrict(text.replaceAll(/<[^<>|]+\|([^<>|]*)>/gu, '$1'))

const ofRichText = ({ elements }: types.RichTextBlock): string =>
  elements
    .map((part) =>
      part.type === 'rich_text_list'
        ? ''
        : part.elements.map((element) => ('text' in element ? (element.text ?? '') : '')).join(''),
    )
    .join('\n')

const labelsOf = (block: Block): string =>
  block.type === 'actions'
    ? block.elements.flatMap((element) => (element.type === 'button' ? [element.text.text] : [])).join(' · ')
    : ''
