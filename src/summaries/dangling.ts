import { leaningOpening } from './leaning-openings.ts'

/**
 * Does this sentence lean on the one before it: "He said …", "Bu karar …", "Об этом …", a quotation of somebody called
 * only "she"? Such a sentence may follow its neighbour but says nothing alone. `language` is ISO 639-1.
 */
export function isDangling(sentence: string, language: string): boolean {
  const [base = 'en'] = language.split('-', 1)
  const rule = leaningOpening(base) ?? leaningOpening('en')
  return (
    QUOTATION_ONLY.test(sentence) ||
    rule?.test(withPersianLetters(sentence.slice(0, LOOKED_AT), base)) === true ||
    SPOKEN_BY_PRONOUN[base]?.test(sentence) === true ||
    (base === 'en' && JUDGED.test(sentence))
  )
}

/** Persian is often typed with Arabic letters. */
const withPersianLetters = (opening: string, language: string): string =>
  language === 'fa' ? opening.replaceAll('ي', 'ی').replaceAll('ك', 'ک') : opening

/** UTF-16 units; what leans does so in its first words. */
const LOOKED_AT = 60

/** `"…," she said`, or "… dijo en Oslo" where the verb says it: the name stands in an earlier sentence. */
const SPOKEN_BY_PRONOUN: Readonly<Record<string, RegExp>> = {
  en: /[,.?!]["”’']+\s*(?:he|she|they|it)\s+\p{L}/iu,
  fr: /[»"”]\s*,?\s*(?:\p{L}+-t-(?:il|elle|on)|\p{L}+[td]-(?:ils?|elles?))(?!\p{L})/iu,
  es: /[»"”],?\s*(?:dijo|añadió|agregó|señaló|explicó|afirmó|indicó|aseguró|subrayó|destacó|concluyó)(?=[.,]|$| (?:en|a|al|durante|tras|ante)(?!\p{L}))/iu,
  de: /["“”«»],?\s*(?:sagte|sagt|erklärte|meinte|betonte|ergänzte|schrieb|warnte) (?:er|sie)(?!\p{L})/iu,
  tr: /^["“«][^"”»]*["”»],? ?(?:dedi|diye konuştu|diye ekledi|ifade(?:sini|lerini) kullandı|şeklinde konuştu)(?:ler)?\.?$/iu,
  ru: /[»"”],?\s*[—–-]\s*(?:\p{Ll}+ ){1,2}(?:он|она|они)(?!\p{L})/iu,
  uk: /[»"”],?\s*[—–-]\s*(?:\p{Ll}+ ){1,2}(?:він|вона|вони)(?!\p{L})/iu,
}

/** "Tehran called it a deliberate attack": what was judged stands in an earlier sentence. */
const JUDGED =
  /^(?:the\s+)?(?:[\p{L}.’'-]+\s+){1,4}(?:calls?|called|describe[sd]|labell?ed|dubbed|termed|deemed|condemned|denounced|welcomed|hailed|praised|dismissed)\s+(?:it|them|him)\b/iu

/** Words of somebody who is not named in the sentence. */
const QUOTATION_ONLY = /^(?:"[^"]*"|“[^”]*”|«[^»]*»|„[^“”]*[“”])[.!?]?$/u
