/** Whether this is a currency sign: "$", "€". */
export const isCurrencySign = (key: string): boolean => /^\p{Sc}$/u.test(key)

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** Whether this is a code of ISO 4217 in capitals: "USD". */
export const isCurrencyCode = (word: string): boolean => CODES.has(word)
