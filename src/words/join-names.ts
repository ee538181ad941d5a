import { localeOf } from './locale.ts'

/** Names with "and" or "or" between them as a language (BCP 47) has it, in parts: "a", ", ", "b", " and ", "c". */
export function joinNames<Name>(
  names: readonly Name[],
  language: string,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): readonly (string | Name)[] {
  const format = new Intl.ListFormat(localeOf(language).tag, { type })
  const left = [...names]
  return format
    .formatToParts(names.map((_, index) => String(index)))
    .flatMap((part): readonly (string | Name)[] =>
      part.type === 'literal' ? [part.value] : left.splice(0, 1),
    )
}
