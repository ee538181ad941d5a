import { chmodSync, closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { toJson } from '../../../src/storage/json.ts'
import { openPostgresStore } from '../../../src/storage/postgres/open-postgres-store.ts'
import { vectorOf } from '../../../src/storage/postgres/search/search-index.ts'
import { openSqliteStore } from '../../../src/storage/sqlite/open-sqlite-store.ts'
import { tidyStore } from '../../../src/storage/tidy-store.ts'
import type { OwnPostgres } from '../../fakes/an-own-postgres.ts'
import { inventStore, type InventedArticle, type InventedStory } from './invent-store.ts'

/** Raise it with each change of `inventStore` or the schema: filled stores are kept between runs. */
const CORPUS = 1

/** Directory for what is kept between runs: a million articles take some gigabytes. */
const KEPT = '/var/tmp/dragoman-scale'

/** Apart, because a server's directory belongs to another user. */
export const KEPT_SERVER = '/var/tmp/dragoman-scale-postgres'

type Cell = string | number | null

const articleRow = ({ row, article, datedAt, story }: InventedArticle): readonly Cell[] => [
  row,
  article.id,
  article.sourceId,
  article.url,
  article.guid,
  article.title,
  article.publishedAt,
  article.seenAt,
  article.seenAt,
  datedAt,
  1,
  article.contentHash,
  toJson(article.tags),
  story,
]
const ARTICLE_COLUMNS =
  'row, id, source_id, url, guid, title, published_at, seen_at, changed_at, dated_at, version, content_hash, tags, story'
const versionRow = ({ row, article }: InventedArticle): readonly Cell[] => [
  row,
  1,
  article.seenAt,
  article.title,
  article.text,
]
const VERSION_COLUMNS = 'article, version, seen_at, title, text'
const storyRow = ({ row, id, handle }: InventedStory): readonly Cell[] => [row, id, `l${id.slice(1)}`, handle]
const STORY_COLUMNS = 'row, id, line, handle'

/** Updates the counts of each source. */
const COUNT = `
  update source set articles = own.articles, versions = own.articles, bytes = own.bytes
  from (select source_id, count(*) as articles, sum(octet_length(a.tags) + octet_length(v.text)) as bytes
    from article a join article_version v on v.article = a.row group by source_id) own
  where own.source_id = source.id`

/** Returns the file of a SQLite store with this many invented articles, filled once. */
export async function filledSqlite(articles: number): Promise<string> {
  mkdirSync(KEPT, { recursive: true })
  const file = join(KEPT, `${CORPUS}-${articles}.sqlite`)
  if (!existsSync(file)) await tell(`fills ${file}`, () => fillSqlite(`${file}.part`, articles))
  if (existsSync(`${file}.part`)) renameSync(`${file}.part`, file)
  return file
}

async function fillSqlite(file: string, articles: number): Promise<void> {
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
  await (await openSqliteStore(file)).close()
  const database = new DatabaseSync(file)
  // A write-ahead log would hold each page as often as it was changed.
  database.exec('pragma journal_mode = memory; pragma synchronous = off; pragma cache_size = -400000')
  // Creating an index at the end takes a fraction of the time.
  const indexes = database
    .prepare(
      "select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in ('article', 'article_version', 'story')",
    )
    .all()
  for (const { name } of indexes) database.exec(`drop index ${String(name)}`)
  const insert = (table: string, columns: string) => {
    const places = columns.split(', ').map(() => '?')
    const statement = database.prepare(`insert into ${table} (${columns}) values (${places.join(', ')})`)
    return (cells: readonly Cell[]): void => void statement.run(...cells)
  }
  const into = {
    source: insert('source', 'row, id, state'),
    story: insert('story', STORY_COLUMNS),
    article: insert('article', ARTICLE_COLUMNS),
    version: insert('article_version', VERSION_COLUMNS),
    words: insert('article_words', 'rowid, title, lead, body, facets'),
    language: database.prepare('insert or ignore into language (code) values (?)'),
  }
  database.exec('begin')
  inventStore(articles, {
    source: (row, id) => into.source([row, id, '{}']),
    story: (story) => into.story(storyRow(story)),
    article(invented) {
      into.article(articleRow(invented))
      into.version(versionRow(invented))
      const { title, lead, body } = invented.terms
      into.words([invented.row, title, lead, body, invented.facets])
      into.language.run(invented.article.tags.language)
    },
  })
  for (const { sql } of indexes) database.exec(String(sql))
  database.exec(COUNT)
  database.exec('commit; pragma journal_mode = wal')
  database.close()
  const store = await openSqliteStore(file)
  await tidyStore(store, 0, { keepDays: null })
  await store.close()
}

/** Returns the address of a PostgreSQL store with this many invented articles, filled once on this server. */
export async function filledPostgres(server: OwnPostgres, articles: number): Promise<string> {
  const name = `filled_${CORPUS}_${articles}`
  const known = await server.ask('postgres', `select 1 from pg_database where datname = '${name}'`)
  if (known.length > 0) return server.url(name)
  const part = `${name}_part`
  await server.ask('postgres', `drop database if exists ${part}`)
  const url = await server.database(part)
  await tell(`fills ${name}`, () => fillPostgres(server, part, url, articles))
  await server.ask('postgres', `alter database ${part} rename to ${name}`)
  return server.url(name)
}

async function fillPostgres(
  server: OwnPostgres,
  database: string,
  url: string,
  articles: number,
): Promise<void> {
  await (await openPostgresStore(url)).store.close()
  const directory = join(server.directory, 'copied')
  mkdirSync(directory, { recursive: true })
  chmodSync(directory, 0o755)
  const files = new Map<string, { readonly columns: string; readonly end: () => void }>()
  const open = (table: string, columns: string) => {
    const file = join(directory, table)
    const handle = openSync(file, 'w')
    let lines: string[] = []
    const flush = (): void => {
      writeSync(handle, lines.join(''))
      lines = []
    }
    const write = (cells: readonly Cell[]): void => {
      lines.push(`${cells.map(asCopied).join('\t')}\n`)
      if (lines.length === LINES_AT_ONCE) flush()
    }
    files.set(table, {
      columns,
      end() {
        flush()
        closeSync(handle)
      },
    })
    return write
  }
  const into = {
    source: open('source', 'row, id, state'),
    story: open('story', STORY_COLUMNS),
    article: open('article', ARTICLE_COLUMNS),
    version: open('article_version', VERSION_COLUMNS),
    words: open('article_words', 'row, words'),
    language: open('language', 'code'),
  }
  const languages = new Set<string>()
  inventStore(articles, {
    source: (row, id) => into.source([row, id, '{}']),
    story: (story) => into.story(storyRow(story)),
    article(invented) {
      into.article(articleRow(invented))
      into.version(versionRow(invented))
      into.words([invented.row, vectorOf(invented)])
      languages.add(invented.article.tags.language)
    },
  })
  for (const language of languages) into.language([language])
  // Creating an index at the end takes a fraction of the time.
  await server.ask(database, 'drop index article_words_words')
  for (const [table, { columns, end }] of files) {
    end()
    const file = join(directory, table)
    chmodSync(file, 0o644)
    await server.ask(database, `copy ${table} (${columns}) from '${file}'`)
    rmSync(file)
  }
  await server.ask(
    database,
    `set maintenance_work_mem = '1GB'; create index article_words_words on article_words using gin (words)`,
  )
  await server.ask(database, COUNT)
  await server.ask(
    database,
    `select setval(pg_get_serial_sequence('story', 'row'), (select max(row) from story))`,
  )
  await server.ask(
    database,
    `select setval(pg_get_serial_sequence('source', 'row'), (select max(row) from source))`,
  )
  await server.ask(database, 'vacuum analyze')
}

const LINES_AT_ONCE = 1_000

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' }

/**
 * Formats a cell for COPY with the format `text`:
 * https://www.postgresql.org/docs/15/sql-copy.html#id-1.9.3.55.9.2
 */
const asCopied = (cell: Cell): string =>
  cell === null ? '\\N' : String(cell).replaceAll(/[\\\n\t\r]/gu, (sign) => ESCAPES[sign] ?? sign)

async function tell(what: string, work: () => Promise<void>): Promise<void> {
  console.log(`${what}, which takes minutes and is kept for the next time`)
  const started = performance.now()
  await work()
  console.log(`  done in ${Math.round((performance.now() - started) / 1000)} s`)
}
