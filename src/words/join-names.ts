import { localeOf } from './locale.ts'

type Joint = 'conjunction' | 'disjunction'

/** Names with "and" or "or" between them as a language (BCP 47) has it, in parts: "a", ", ", "b", " and ", "c". */
export function joinNames<Name>(
  names: readonly Name[],
  language: string,
  type: Joint = 'conjunction',
): readonly (string | Name)[] {
  const format = formatOf(localeOf(language).tag, type)
  const left = [...names]
  return format
    .formatToParts(names.map((_, index) => String(index)))
    .flatMap((part): readonly (string | Name)[] =>
      part.type === 'literal' ? [part.value] : left.splice(0, 1),
    )
}

const formats = new Map<string, Intl.ListFormat>()

function formatOf(tag: string, type: Joint): Intl.ListFormat {
  const name = `${tag} ${type}`
  const format = formats.get(name) ?? new Intl.ListFormat(tag, { type })
  formats.set(name, format)
  return format
}
