/** One form for what people type alike: "Middle-East", "middle east" and "Türkçe", "turkce". */
export function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ')
    .trim()
}
