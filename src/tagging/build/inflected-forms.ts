import { wordEndings } from '../../language/parts.ts'

/** A nationality word in the forms that the language makes of it, as far as the tagger does not undo them when reading. */
export function inflectedForms(language: string, word: string): readonly string[] {
  const rule = wordEndings.of(language)?.nationalities.find(([ending = '']) => word.endsWith(ending))
  if (rule === undefined) return [word]
  const stem = word.slice(0, word.length - (rule[0] ?? '').length)
  return rule.slice(1).map((ending) => stem + ending)
}
