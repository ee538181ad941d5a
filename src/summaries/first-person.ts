/**
 * Does a sentence or headline say "I" or "we" outside of quotation marks? It is the outlet's own, or that of somebody whose opening mark was lost. English alone
 * has words of its own for it: "we" is "in" to a Polish reader, and others say it by the verb. `language` is ISO 639-1.
 */
export const speaksForItself = (text: string, language: string): boolean =>
  language === 'en' && FIRST_PERSON.test(outsideQuotations(text))

/** A text without what stands in quotation marks. */
export const outsideQuotations = (text: string): string => text.replace(QUOTED, ' ')

/** An apostrophe within a word opens nothing. Bounded, or a text full of opening marks took minutes: sentences that are told have 90 words at most. */
const QUOTED = /(?:["“„«‘]|(?<![\p{L}\p{N}])')(?!\s)[^"”»]{0,1000}["”»’']/gu
const FIRST_PERSON =
  /(?<![\p{L}.])(?:I|I['’](?:m|ve|ll|d)|[Ww]e|[Ww]e['’](?:re|ve|ll)|[Mm]y|[Oo]ur|[Uu]s|me)(?![\p{L}.])/u
