import { decodeHTMLStrict, escapeUTF8 } from 'entities'
import { Tokenizer } from 'htmlparser2'
import type { Attribute } from './element-names.ts'

/** A start tag. */
export interface StartTag {
  readonly name: string
  readonly attributes: readonly Attribute[]
  /** Text between the name and `>`, without the `/` of an empty element. */
  readonly source: string
  /** Whether the tag closes itself: `<br/>`. */
  readonly isEmpty: boolean
}

/** Receives the tokens of a text in order. */
export interface TokenHandler {
  start(tag: StartTag): void
  end(name: string): void
  /** `html` is the text with its entities escaped as in HTML, `plain` with all of them decoded. */
  text(html: string, plain: string): void
}

/**
 * Splits any text into XML tokens, with a tokenizer that tolerates every error. Decodes the entities of HTML
 * and those that the text itself declares. Leaves out comments, declarations and processing instructions.
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

/** More than any element of a feed has. Bounds the work on hostile input. */
const MAX_ATTRIBUTES = 64

/** Upper bound on characters produced by a feed's own entities. Real feeds declare a handful of names. */
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
 * Returns the entities that a feed's own DOCTYPE declares. Only short plain texts are read: nothing external,
 * and no entity that refers to another, so expansion cannot grow.
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
