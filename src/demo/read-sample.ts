import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { checkEntries } from '../settings/check-entries.ts'
import { findRepeats, unique } from '../settings/find-repeats.ts'
import { formatMistakes } from '../settings/format-mistakes.ts'
import type { Mistake } from '../settings/mistake.ts'
import { readYamlFile } from '../settings/yaml-file.ts'
import { articleSchema, outletSchema } from './sample-edition.ts'
import type { SampleArticle, SampleOutlet } from './sample-edition.ts'

/**
 * Reads the edition from a directory laid out as `config/sample`: `outlets.yaml` and a file of articles for each outlet.
 * Throws one error (`code: 'sample-invalid'`) that lists every mistake of the files, each with its line and remedy.
 */
export function readSample(directory: string): readonly SampleOutlet[] {
  const outletsFile = readYamlFile(join(directory, 'outlets.yaml'), join(directory, 'outlets.yaml'))
  const outlets = checkEntries(outletsFile, 'outlets', outletSchema)
  const mistakes = [
    ...outlets.mistakes,
    ...findRepeats(outletsFile, 'outlets', [unique('id'), unique('feed')]),
  ]

  const published = new Map<string, readonly SampleArticle[]>()
  for (const name of readdirSync(join(directory, 'articles')).filter((name) => name.endsWith('.yaml'))) {
    const file = readYamlFile(join(directory, 'articles', name), join(directory, 'articles', name))
    const articles = checkEntries(file, 'articles', articleSchema)
    mistakes.push(...articles.mistakes, ...findRepeats(file, 'articles', [unique('id')]))
    published.set(basename(name, '.yaml'), articles.entries)
  }
  mistakes.push(...strayFiles(directory, [...published.keys()], outlets.entries))
  if (mistakes.length > 0) {
    const text = `The sample edition cannot be read:\n${formatMistakes(mistakes)}`
    throw Object.assign(new Error(text), { code: 'sample-invalid' })
  }
  return outlets.entries.map((outlet) => ({ ...outlet, articles: published.get(outlet.id) ?? [] }))
}

function strayFiles(
  directory: string,
  names: readonly string[],
  outlets: readonly { readonly id: string }[],
): readonly Mistake[] {
  const known = new Set(outlets.map((outlet) => outlet.id))
  return names
    .filter((name) => !known.has(name))
    .map((name) => ({
      file: join(directory, 'articles', `${name}.yaml`),
      line: 0,
      text: `belongs to no outlet; name the file after one of outlets.yaml, or add '${name}' there`,
    }))
}
