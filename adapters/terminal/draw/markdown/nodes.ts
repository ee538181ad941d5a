import type { BlockContent, Heading, List, Paragraph, PhrasingContent, TableRow, Text } from 'mdast'
import { harmless } from '../../../../src/words/harmless.ts'
import { isolate } from '../../../../src/words/isolate.ts'
import type { Look, Span } from '../../../../src/chat/wording/span.ts'

const STRONG = new Set<Look | undefined>(['new', 'updated', 'warning', 'error'])

/** Spans as Markdown: links where a span has one, strong where it should catch the eye, quoted words in their own direction. */
export function phrasing(spans: readonly Span[], rightToLeft: boolean): PhrasingContent[] {
  return spans.flatMap((span): PhrasingContent[] => {
    const plain = harmless(span.text)
    if (plain === '') return []
    const directed = text(span.quoted === true ? isolate(plain, rightToLeft) : plain)
    if (typeof span.url === 'string') return [{ type: 'link', url: span.url, children: [directed] }]
    return STRONG.has(span.look) ? strong(plain) : [directed]
  })
}

/** Strong must not end in a blank: the closing asterisks would be text. */
function strong(value: string): PhrasingContent[] {
  const word = value.trimEnd()
  const blank = value.slice(word.length)
  return [{ type: 'strong', children: [text(word)] }, ...(blank === '' ? [] : [text(blank)])]
}

export const text = (value: string): Text => ({ type: 'text', value })

export const paragraph = (children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children })

export const heading = (depth: Heading['depth'], children: PhrasingContent[]): Heading => ({
  type: 'heading',
  depth,
  children,
})

/** A list, tight where each item is one block. */
export function list(items: readonly BlockContent[][], ordered: boolean): List {
  const spread = items.some((item) => item.length > 1)
  return {
    type: 'list',
    ordered,
    spread,
    children: items.map((children) => ({ type: 'listItem', spread, children })),
  }
}

export const row = (cells: readonly PhrasingContent[][]): TableRow => ({
  type: 'tableRow',
  children: cells.map((children) => ({ type: 'tableCell', children })),
})
