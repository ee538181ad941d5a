import { localName } from './element-names.ts'
import type { StartTag } from './read-tokens.ts'

/** A text field while it is read: everything up to its end is its content, markup included. */
export class TextCapture {
  /** Name as written, which its end tag must repeat. */
  readonly name: string
  readonly spelling: string
  readonly #attributes: Readonly<Record<string, string>>
  /** How many elements of the same name are open inside. */
  #nested = 0
  #html = ''
  #plain = ''
  #hasMarkup = false

  /** `attributes` are those of the field that we read. */
  constructor(name: string, spelling: string, attributes: Readonly<Record<string, string>>) {
    this.name = name
    this.spelling = spelling
    this.#attributes = attributes
  }

  text(html: string, plain: string): void {
    this.#html += html
    this.#plain += plain
  }

  start(tag: StartTag): void {
    const local = localName(tag.name)
    this.#hasMarkup = true
    this.#html += `<${local}${tag.source}>`
    if (!tag.isEmpty) this.#nested += tag.name === this.name ? 1 : 0
    else if (!VOID.has(local.toLowerCase())) this.#html += `</${local}>`
  }

  /** Whether this end tag is the field's own. */
  isEndedBy(name: string): boolean {
    return name === this.name && this.#nested === 0
  }

  end(name: string): void {
    if (name === this.name) this.#nested -= 1
    this.#html += `</${localName(name)}>`
  }

  /** The field, its markup as text. */
  element(): Record<string, unknown> {
    return { $: this.#attributes, _: this.#hasMarkup ? this.#html : this.#plain }
  }
}

/** Elements that HTML ends by themselves; `</br>` would be a second break. */
const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
)
