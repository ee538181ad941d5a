/**
 * Language, text, and all country codes that the text mentions, joined by spaces in alphabetical order (""
 * for none).
 */
export type HardCase = readonly [language: string, text: string, countries: string]
