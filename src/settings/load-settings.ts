import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import type { NameForm } from '../chat/chat-platform.ts'
import { type Diagnostic, suggest } from './diagnostics.ts'
import {
  findRepeats,
  oneSectionEach,
  parseEntries,
  sameFeed,
  spellingsOf,
  unique,
  uniqueSpellings,
} from './entries.ts'
import { chooseModel, readEnvironment } from './environment.ts'
import {
  areaSchema,
  borderSchema,
  briefingSchema,
  correctionSchema,
  nameSchema,
  regionSchema,
  sourceSchema,
  topicSchema,
} from './schemas.ts'
import type { Settings } from './settings.ts'
import { readYamlFile, type YamlFile } from './yaml-file.ts'

export type LoadedSettings =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly mistakes: readonly Diagnostic[] }

/**
 * Reads the config directory and the environment once and validates everything. Returns settings that the
 * rest can rely on, or all mistakes in all files, each with file, line and remedy.
 *
 * A custom directory may contain only a sources.yaml. Regions, topics, names, corrections, areas and borders
 * then default to those shipped with the program, and no briefings are scheduled.
 * @param configDirectory takes precedence over DRAGOMAN_CONFIG
 * @param destinations forms of destinations on platforms other than the terminal
 * @param env `process.env` or a replacement; secrets in it are never shown
 */
export function loadSettings({
  configDirectory,
  destinations = [],
  env,
}: {
  readonly configDirectory?: string | undefined
  readonly destinations?: readonly NameForm[]
  readonly env: Readonly<Record<string, string | undefined>>
}): LoadedSettings {
  const { environment, wrong, mistakes } = readEnvironment(env)
  const chosen = chooseModel(environment, wrong)
  const all = [...mistakes, ...chosen.mistakes]
  const directory = configDirectory ?? environment.DRAGOMAN_CONFIG
  if (!isDirectory(directory)) {
    const text = 'is no directory; name the one with sources.yaml in DRAGOMAN_CONFIG'
    return { ok: false, mistakes: [...all, { file: directory, line: 0, text }] }
  }

  const files = {
    sources: openFile(directory, 'sources.yaml'),
    regions: openFile(directory, 'regions.yaml'),
    topics: openFile(directory, 'topics.yaml'),
    names: openFile(directory, 'names.yaml'),
    corrections: openFile(directory, 'corrections.yaml'),
    areas: openFile(directory, 'areas.yaml'),
    borders: openFile(directory, 'borders.yaml'),
    briefings: openFile(directory, 'briefings.yaml'),
  }
  const words = {
    sources: spellingsOf(files.sources, 'sources'),
    regions: spellingsOf(files.regions, 'regions'),
    topics: spellingsOf(files.topics, 'topics'),
  }
  const { DRAGOMAN_ZONE: zone, DRAGOMAN_LANGUAGE: language } = environment

  all.push(...misnamedFiles(directory))
  const entriesOf = <Schema extends z.ZodObject>(
    key: keyof typeof files,
    schema: Schema,
    rules: Parameters<typeof findRepeats>[2] = [],
  ): readonly z.output<Schema>[] => {
    const parsed = parseEntries(files[key], key, schema)
    all.push(...parsed.mistakes, ...findRepeats(files[key], key, rules))
    return parsed.entries
  }
  const kept = {
    sources: entriesOf('sources', sourceSchema(words.regions), [unique('id'), unique('feed', sameFeed)]),
    regions: entriesOf('regions', regionSchema(), [unique('id'), uniqueSpellings, oneSectionEach]),
    topics: entriesOf('topics', topicSchema(), [unique('id'), unique('code'), uniqueSpellings]),
    names: entriesOf('names', nameSchema(), [unique('name')]),
    corrections: entriesOf('corrections', correctionSchema()),
    claims: {
      areas: entriesOf('areas', areaSchema()),
      borders: entriesOf('borders', borderSchema()),
    },
    briefings: entriesOf('briefings', briefingSchema({ ...words, destinations, zone, language }), [
      unique('id'),
    ]),
  }
  if (all.length > 0) return { ok: false, mistakes: all }
  return {
    ok: true,
    settings: {
      ...kept,
      configDirectory: directory,
      dataDirectory: environment.DRAGOMAN_DATA,
      store: environment.DRAGOMAN_STORE ?? environment.DATABASE_URL ?? null,
      logLevel: environment.DRAGOMAN_LOG_LEVEL,
      keepDays: environment.DRAGOMAN_KEEP_DAYS ?? null,
      checkPages: environment.DRAGOMAN_CHECK_PAGES === 'yes',
      language,
      zone,
      userAgent: environment.DRAGOMAN_USER_AGENT,
      allowAddresses: environment.DRAGOMAN_ALLOW_ADDRESSES,
      web:
        environment.DRAGOMAN_PUBLIC_URL === undefined
          ? null
          : {
              publicUrl: environment.DRAGOMAN_PUBLIC_URL,
              port: environment.DRAGOMAN_PORT,
              host: environment.DRAGOMAN_HOST,
            },
      status:
        environment.DRAGOMAN_STATUS_PORT === undefined
          ? null
          : { port: environment.DRAGOMAN_STATUS_PORT, host: environment.DRAGOMAN_STATUS_HOST },
      site:
        environment.DRAGOMAN_WEB_PORT === undefined
          ? null
          : {
              port: environment.DRAGOMAN_WEB_PORT,
              host: environment.DRAGOMAN_HOST,
              url: environment.DRAGOMAN_WEB_URL?.replace(/\/$/u, '') ?? null,
              isPublic: environment.DRAGOMAN_WEB_PUBLIC === 'yes',
            },
      model: chosen.model,
    },
  }
}

const FILES = ['sources', 'regions', 'topics', 'names', 'corrections', 'areas', 'borders', 'briefings'].map(
  (key) => `${key}.yaml`,
)

function openFile(directory: string, name: string): YamlFile {
  const own = join(directory, name)
  if (existsSync(own) || name === 'sources.yaml') return readYamlFile(own, own)
  if (name === 'briefings.yaml') return { name: own, value: { briefings: [] }, mistakes: [], lineOf: () => 0 }
  return readYamlFile(fileURLToPath(new URL(`../../config/${name}`, import.meta.url)), `config/${name}`)
}

/** Finds misnamed files: a `source.yaml` instead of `sources.yaml` would otherwise be ignored silently. */
function misnamedFiles(directory: string): readonly Diagnostic[] {
  const missing = FILES.filter((name) => !existsSync(join(directory, name)))
  const words = new Map(missing.map((name) => [name, name]))
  return readdirSync(directory)
    .filter((name) => /\.ya?ml$/u.test(name) && !FILES.includes(name))
    .flatMap((name) => {
      const meant = suggest(name, words)
      return meant === null
        ? []
        : [{ file: join(directory, name), line: 0, text: `is not read; did you mean '${meant}'?` }]
    })
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
