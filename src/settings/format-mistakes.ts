import type { Mistake } from './mistake.ts'

/** One line for each mistake, `config/sources.yaml:12 unknown region …`, in order of file and line. */
export function formatMistakes(mistakes: readonly Mistake[]): string {
  return mistakes
    .toSorted((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line)
    .map(({ file, line, text }) => `${file}${line > 0 ? `:${line}` : ':'} ${text}`)
    .join('\n')
}
