import { decodeHTMLStrict, escapeUTF8 } from 'entities'
import { Tokenizer } from 'htmlparser2'
import type { Attribute } from './element-names.ts'

/** A start tag. */
export interface StartTag {
  readonly name: string
  readonly attributes: readonly Attribute[]
  /** What stands between name and `>`, without the `/` of an empty element. */
  readonly source: string
  /** Ends itself: `<br/>`. */
  readonly isEmpty: boolean
}

/** Takes the tokens of a text in order. */
export interface TokenHandler {
  start(tag: StartTag): void
  end(name: string): void
  /** `html` is the text with its entities as HTML needs them, `plain` with all of them decoded. */
  text(html: string, plain: string): void
}

/**
 * Cuts any text into the tokens of XML as far as there are some, with a tokenizer that takes offence at nothing. HTML's entities and those that the text
 * itself declares are decoded, comments, declarations and instructions left out.
 */
export function readTokens(text: string, handler: TokenHandler): void {
  const decode = decoderFor(text)
  let name = ''
  let nameEnd = 0
  let attributes: Attribute[] = []
  let attributeName = ''
  let attributeValue = ''
  const finish = (end: number, isEmpty: boolean): void => {
    const source = text.slice(nameEnd, end).replace(/\/?$/, '')
    handler.start({ name, attributes, source, isEmpty })
  }

  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      onopentagname: (start, end) => {
        name = text.slice(start, end)
        nameEnd = end
        attributes = []
      },
      onattribname: (start, end) => {
        attributeName = text.slice(start, end)
        attributeValue = ''
      },
      onattribdata: (start, end) => {
        attributeValue += text.slice(start, end)
      },
      onattribend: () => {
        if (attributes.length < MAX_ATTRIBUTES)
          attributes.push({ name: attributeName, value: decode(attributeValue) })
      },
      onopentagend: (end) => finish(end, false),
      onselfclosingtag: (end) => finish(end, true),
      onclosetag: (start, end) => handler.end(text.slice(start, end).trim()),
      ontext: (start, end) => {
        const raw = text.slice(start, end)
        handler.text(raw, decode(raw))
      },
      oncdata: (start, end, endOffset) => {
        const plain = text.slice(start, end - endOffset)
        handler.text(escapeUTF8(plain), plain)
      },
      onattribentity: nothing,
      ontextentity: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  )
  tokenizer.write(text)
  tokenizer.end()
}

/** No element of a feed has so many; bounds the work on a hostile one. */
const MAX_ATTRIBUTES = 64

/** Characters that a feed's own entities may add up to: real ones are a handful of names. */
const MAX_GROWTH = 100_000

const nothing = (): void => {}

function decoderFor(text: string): (raw: string) => string {
  const entities = declaredEntities(text)
  let grown = 0
  const replaceOwn = (raw: string): string =>
    raw.replace(/&([\w.-]{1,64});/g, (whole, name: string) => {
      const replacement = entities.get(name) ?? whole
      grown += replacement.length
      return grown > MAX_GROWTH ? whole : replacement
    })
  return (raw) => {
    if (!raw.includes('&')) return raw
    return decodeHTMLStrict(entities.size === 0 ? raw : replaceOwn(raw))
  }
}

/**
 * Entities that a feed's own DOCTYPE declares. Only plain short texts: nothing external, and none that refers to another entity, so nothing can
 * grow by expansion.
 */
function declaredEntities(xml: string): ReadonlyMap<string, string> {
  const head = xml.slice(0, HEAD_LENGTH)
  const entities = new Map<string, string>()
  if (!head.includes('<!ENTITY')) return entities
  for (const [, name = '', double, single] of head.matchAll(DECLARATION)) {
    if (entities.size >= MAX_ENTITIES) break
    if (!entities.has(name)) entities.set(name, double ?? single ?? '')
  }
  return entities
}

const HEAD_LENGTH = 16_384
const MAX_ENTITIES = 50
const DECLARATION =
  /<!ENTITY\s{1,20}([\w.-]{1,64})\s{1,20}(?:"([^"&%<]{0,256})"|'([^'&%<]{0,256})')\s{0,20}>/g
