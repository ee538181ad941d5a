import type { types } from '@slack/bolt'
import type { drawHome } from '../../../adapters/slack/draw/home.ts'
import type { drawSettingsModal } from '../../../adapters/slack/draw/settings-modal.ts'
import type { drawSubscribeModal } from '../../../adapters/slack/draw/subscribe-modal.ts'
import type { SlackMessage } from '../../../adapters/slack/render.ts'
import { decodeButton } from '../../../src/chat/action.ts'

/** Renders a message as readable text for reviewers: what is shown, and what each button would do. */
export function messageAsText({ main, thread }: SlackMessage, secret: string): string {
  const parts = [main, ...thread].map(
    ({ text, blocks }, index) =>
      `${index === 0 ? 'MESSAGE' : `REPLY ${index}`}, notified as: ${text.replaceAll('\n', ' ⏎ ')}\n\n${blocksAsText(blocks, secret)}`,
  )
  return `${parts.join('\n\n')}\n`
}

type View =
  | ReturnType<typeof drawHome>
  | ReturnType<typeof drawSubscribeModal>
  | ReturnType<typeof drawSettingsModal>

/** Renders a modal or a Home tab as text. */
export function viewAsText(view: View, secret: string): string {
  const title =
    view.type === 'modal' ? `MODAL ${view.title.text}   [${view.close?.text}] [${view.submit?.text}]` : 'HOME'
  return `${title}\n\n${blocksAsText(view.blocks, secret)}\n`
}

function blocksAsText(blocks: readonly types.KnownBlock[], secret: string): string {
  return blocks.map((block) => blockAsText(block, secret)).join('\n')
}

function blockAsText(block: types.KnownBlock, secret: string): string {
  switch (block.type) {
    case 'header':
      return `# ${block.text.text}`
    case 'divider':
      return '────────'
    case 'rich_text':
      return `${richAsText(block)}\n`
    case 'context':
      return `  ${block.elements.map((element) => ('text' in element ? element.text : '')).join('  ')}`
    case 'actions':
      return `  ${block.elements.map((element) => elementAsText(element, secret)).join(' ')}\n`
    case 'table':
      return block.rows
        .map(
          (row) =>
            `| ${row.map((cell) => (cell.type === 'rich_text' ? richAsText(cell) : cell.text)).join(' | ')} |`,
        )
        .join('\n')
    case 'input':
      return `${block.label.text}${block.optional === true ? '' : ' *'}: ${elementAsText(block.element, secret)}${block.hint === undefined ? '' : `\n  ${block.hint.text}`}`
    default:
      throw new Error(`No drawing for ${block.type}`)
  }
}

function richAsText({ elements }: types.RichTextBlock): string {
  return elements
    .map((part) => {
      if (part.type === 'rich_text_list') throw new Error('No drawing for lists')
      const line = part.elements.map(inlineAsText).join('')
      return part.type === 'rich_text_quote' ? `> ${line}` : line
    })
    .join('\n')
}

function inlineAsText(element: types.RichTextElement): string {
  if (element.type === 'channel') return `<#${element.channel_id}>`
  if (element.type !== 'text' && element.type !== 'link') throw new Error(`No drawing for ${element.type}`)
  const { text = '', style } = element
  const coded = style?.code === true ? `\`${text}\`` : text
  const styled = style?.bold === true ? `**${coded}**` : coded
  return element.type === 'link' ? `<${element.url}|${styled}>` : styled
}

function elementAsText(element: types.ActionsBlockElement | types.InputBlockElement, secret: string): string {
  const meaning = (value: string | undefined) => {
    const decoded = decodeButton(value ?? '', secret)
    return decoded.status === 'genuine' ? ` → ${decoded.text}` : ''
  }
  const option = ({ text, value }: types.Option) => `${text.text}${meaning(value) || ` = ${value}`}`
  switch (element.type) {
    case 'button':
      return `[${element.text.text}${meaning(element.value)}${element.confirm === undefined ? '' : ` ?${element.confirm.title?.text}`}]`
    case 'overflow':
      return `[⋯ ${element.options.map(option).join('; ')}]`
    case 'static_select':
      return `[${element.placeholder?.text ?? element.initial_option?.text.text ?? ''} ⌄ ${(element.options ?? []).map(option).join('; ')}]`
    case 'multi_static_select':
      return `[${element.placeholder?.text ?? ''} ⌄⌄ ${(element.options ?? []).map(option).join('; ')}]`
    case 'radio_buttons':
      return element.options
        .map((one) => `${one.value === element.initial_option?.value ? '◉' : '○'} ${option(one)}`)
        .join(' ')
    case 'multi_external_select':
      return `[${element.placeholder?.text} ⌕ ${(element.initial_options ?? []).map(option).join('; ')}]`
    case 'external_select':
      return `[${element.placeholder?.text} ⌕ ${element.initial_option === undefined ? '' : option(element.initial_option)}]`
    case 'conversations_select':
      return `[${element.placeholder?.text} ⌄ ${element.initial_conversation ?? ''}]`
    case 'timepicker':
      return `[${element.initial_time ?? '--:--'} ⌄]`
    case 'plain_text_input':
      return '[__________]'
    default:
      throw new Error(`No drawing for ${element.type}`)
  }
}
