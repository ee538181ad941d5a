import { inflectedForms } from './inflected-forms.ts'
import type { PlaceTable } from './place-table.ts'

/**
 * A lexicon file: "CC a=nationality, … | n=name, … | m=what stands for the country, …" a line, "#" before comments.
 * @throws when a line has another form; the text names it.
 */
export function addLexicon(table: PlaceTable, language: string, text: string): void {
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [code = ''] = line.split(' ', 1)
    if (!/^[A-Z]{2}$/.test(code))
      throw new Error(`lexicon/${language}.txt: no country code at the start of "${line}"`)
    for (const part of line.slice(3).split(' | ')) {
      const kind = part.slice(0, 1)
      if (!/^[anm]=/.test(part))
        throw new Error(`lexicon/${language}.txt: "${part}" should begin with a=, n= or m=`)
      for (const word of part.slice(2).split(', ')) {
        const forms = kind === 'a' ? inflectedForms(language, word.trim()) : [word.trim()]
        for (const form of forms) table.add(form, kind, code, language)
      }
    }
  }
}
