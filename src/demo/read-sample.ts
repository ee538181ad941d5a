import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isNode, LineCounter, parseDocument } from 'yaml'
import type { Document } from 'yaml'
import type { z } from 'zod'
import { articlesSchema, firstDaySchema, outletsSchema } from './sample-edition.ts'
import type { SampleArticle, SampleEdition } from './sample-edition.ts'

/**
 * Reads the edition from a directory laid out as `config/sample`: `outlets.yaml` and one file of articles an outlet.
 * Throws one error (`code: 'sample-invalid'`) that lists every mistake of the files as `file:line what to do`.
 */
export async function readSample(directory: string): Promise<SampleEdition> {
  const mistakes: string[] = []
  const outletsFile = join(directory, 'outlets.yaml')
  const head = await readYaml(outletsFile)
  const day = head.check(firstDaySchema, mistakes)
  if (!day) throw invalidSample(mistakes)
  const { firstDay } = day
  const outlets = head.check(outletsSchema(firstDay), mistakes)?.outlets ?? []

  const written = new Map<string, readonly SampleArticle[]>()
  const known = new Set(outlets.map((outlet) => outlet.id))
  const articlesDirectory = join(directory, 'articles')
  for (const name of (await readdir(articlesDirectory)).filter((name) => name.endsWith('.yaml')).sort()) {
    const file = join(articlesDirectory, name)
    const id = basename(name, '.yaml')
    if (outlets.length > 0 && !known.has(id))
      mistakes.push(`${file} has no outlet "${id}" in ${outletsFile}: add it there`)
    const articles = (await readYaml(file)).check(articlesSchema(firstDay), mistakes)
    if (articles) written.set(id, articles)
  }
  for (const twice of repeated([...written.values()].flat().map((article) => article.id)))
    mistakes.push(`${articlesDirectory} has two articles "${twice}": give one of them another id`)
  if (mistakes.length > 0) throw invalidSample(mistakes)
  return {
    firstDay,
    outlets: outlets.map((outlet) => ({ ...outlet, articles: written.get(outlet.id) ?? [] })),
  }
}

async function readYaml(file: string) {
  const lines = new LineCounter()
  const document = parseDocument(await readFile(file, 'utf8'), { lineCounter: lines })
  return {
    check<T>(schema: z.ZodType<T>, mistakes: string[]): T | null {
      for (const error of document.errors)
        mistakes.push(`${file}:${lines.linePos(error.pos[0]).line} ${error.message}`)
      if (document.errors.length > 0) return null
      const result = schema.safeParse(document.toJS())
      if (result.success) return result.data
      for (const issue of result.error.issues) {
        const { line } = lines.linePos(offsetOf(document, issue.path))
        mistakes.push(`${file}:${line} ${issue.path.join('.')}: ${issue.message}`)
      }
      return null
    },
  }
}

/** Where the value at this path begins; of a missing one, where its nearest parent does. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

function repeated(ids: readonly string[]): readonly string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}

function invalidSample(mistakes: readonly string[]): Error {
  return Object.assign(new Error(`The sample edition cannot be read:\n${mistakes.join('\n')}`), {
    code: 'sample-invalid',
  })
}
