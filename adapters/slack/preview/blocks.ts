import type { types } from '@slack/bolt'
import { escapeUTF8 } from 'entities'
import type { Block } from '../draw/block.ts'
import { inlineElement, inlineText } from './inline.ts'

/** Blocks as HTML, as Slack's client lays them out. */
export function drawBlocks(blocks: readonly Block[]): string {
  return blocks.map(drawBlock).join('\n')
}

function drawBlock(block: Block): string {
  switch (block.type) {
    case 'header':
      return `<h3 dir="auto">${inlineText(block.text)}</h3>`
    case 'divider':
      return '<hr>'
    case 'rich_text':
      return `<div class="rich">${drawRichText(block)}</div>`
    case 'section':
      return `<div class="rich"><p dir="auto">${block.text === undefined ? '' : inlineText(block.text)}</p></div>`
    case 'context':
      return `<div class="context" dir="auto">${block.elements.map(drawContextElement).join(' ')}</div>`
    case 'actions':
      return `<div class="actions">${block.elements.map(drawElement).join('')}</div>`
    case 'table':
      return drawTable(block)
    default:
      return `<p>${escapeUTF8(block.type)}</p>`
  }
}

function drawRichText({ elements }: types.RichTextBlock): string {
  return elements
    .map((element) => {
      if (element.type === 'rich_text_list') return ''
      const inside = element.elements.map(inlineElement).join('')
      const tag = element.type === 'rich_text_quote' ? 'blockquote' : 'p'
      return `<${tag} dir="auto">${inside}</${tag}>`
    })
    .join('')
}

const drawContextElement = (element: types.ContextBlockElement): string =>
  element.type === 'image' ? '' : `<span>${inlineText(element)}</span>`

function drawElement(element: types.ActionsBlockElement): string {
  switch (element.type) {
    case 'button':
      return `<button class="${element.style ?? ''}">${inlineText(element.text)}</button>`
    case 'overflow':
      return '<button>⋯</button>'
    case 'static_select':
      return `<button>${element.placeholder === undefined ? '' : inlineText(element.placeholder)} <span class="arrow">⌄</span></button>`
    default:
      return ''
  }
}

function drawTable({ rows }: types.TableBlock): string {
  const drawn = rows.map((cells, index) => {
    const tag = index === 0 ? 'th' : 'td'
    const row = cells.map((cell) => (cell.type === 'rich_text' ? drawRichText(cell) : escapeUTF8(cell.text)))
    return `<tr>${row.map((cell) => `<${tag} dir="auto">${cell}</${tag}>`).join('')}</tr>`
  })
  return `<div class="table"><table>${drawn.join('\n')}</table></div>`
}
