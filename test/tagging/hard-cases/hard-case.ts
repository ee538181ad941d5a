/** Language, text, and every country code that the text mentions, joined with spaces in alphabetical order ("" for none). */
export type HardCase = readonly [language: string, text: string, countries: string]
