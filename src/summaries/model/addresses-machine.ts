import { z } from 'zod'
import { anyOf } from '../../language/any-of.ts'
import { words } from '../../language/parts.ts'
import { languagePart } from '../../language/read-part.ts'

const list = words.default([])

/**
 * Words of sentences that give orders to a machine that reads them. In lower case; "*" stands for any ending.
 */
export const orders = languagePart(
  'orders',
  z.strictObject({
    /**
     * Position of the verb: first with `what` and `which` behind it in any order, directly before `what`, or
     * last.
     */
    order: z.enum(['verb-first', 'verb-next', 'verb-last']).default('verb-first'),
    /** Imperatives: "ignore". */
    verbs: list,
    /** What is to be ignored, and which part of it: "all", "previous", "instructions". */
    what: list,
    which: list,
    /** "all" between the verb and `what`. */
    all: list,
    /** "answer", "only with". */
    answer: list,
    only: list,
    /** What may precede an order: "please", or who is addressed and shall do it. */
    lead: list,
    machines: list,
    modals: list,
    /** "reveal", "system prompt". */
    reveal: list,
    hidden: list,
    /** Nouns for a machine in "as a …" and names it may be addressed by. */
    models: list,
    names: list,
    /** "note", "summarizers": "Note to summarizers: …" */
    notes: list,
    readers: list,
  }),
)

/**
 * Whether a text addresses the machine that reads it ("ignore previous instructions", chat templates). Such
 * text is not shown to a model, which saves a wasted answer. If a phrase is unknown here, the model can still
 * only point at the outlets' sentences. News about somebody who ignored rules must not match: only an order
 * that opens its sentence and names what came before counts.
 */
export function addressesMachine(text: string): boolean {
  forms ??= orders.languages().flatMap(formsOf)
  return TEMPLATE.test(text) || forms.some((form) => form.test(text))
}

let forms: readonly RegExp[] | undefined

const TEMPLATE =
  /<\|[^|]{0,40}\|>|\[\/?INST\]|<<\/?SYS>>|^(?:(?:new )?system (?:prompt|message)|system|assistant|user)\s*:/iu

/** Lookahead for words in the same clause. */
const within = (words: string) => String.raw`(?=[^.!?,]{0,60}?(?<!\p{L})${words})`

function formsOf(language: string): readonly RegExp[] {
  const [own, english] = [orders.of(language), orders.of('en')]
  if (own === null || english === null) return []
  const any = (list: Exclude<keyof typeof own, 'order'>): string => anyOf(own[list])
  const shall = `${anyOf(english.machines)} ${anyOf(english.modals)}`
  const start = String.raw`(?:^|[.!?:;,…\n—–"“”«»„‘(\[]\s?|(?<!\p{L})(?:${anyOf(english.lead)}|${shall})\s)`
  const [verb, what, which] = [any('verbs'), any('what'), String.raw`${any('which')}(?!-)`]
  const order = {
    'verb-first': `${start}${verb}${within(what)}${within(which)}`,
    // "تجاهل" means "ignore!" and "he ignored": in news its subject follows.
    'verb-next': String.raw`${start}${verb}\s(?:${any('all')}\s)?${what}\s(?:\S+\s){0,2}?${which}`,
    'verb-last':
      String.raw`(?<!\p{L})(?:${which}\s(?:\S+\s){0,3}?${what}|${what}\s(?:\S+\s){0,3}?${which})` +
      String.raw`\s(?:\S+\s){0,2}?${verb}`,
  }
  return [
    order[own.order],
    `${start}${any('answer')} ${any('only')}`,
    `${start}${any('reveal')} (?:the |your )?${any('hidden')}`,
    String.raw`(?<!\p{L})your ${any('hidden')}`,
    String.raw`(?<!\p{L})you are (?:now )?(?:an? |the )?${any('names')}`,
    String.raw`(?<!\p{L})as an? ${any('models')},? (?:i|you|please)(?!\p{L})`,
    String.raw`(?<!\p{L})dear (?:an? )?${any('names')}`,
    String.raw`${start}${any('notes')} (?:to|for) (?:the |all |any )?${any('readers')}\s?[:,—–-]`,
  ].map((source) => new RegExp(source, 'iu'))
}
