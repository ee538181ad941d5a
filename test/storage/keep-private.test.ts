import { chmodSync, chownSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { openBook } from '../../src/summaries/model/open-book.ts'
import { aRead, anArticle } from './a-read.ts'
import { aTemporaryDirectory } from './a-temporary-directory.ts'

const modeOf = (path: string): string => (statSync(path).mode & 0o7777).toString(8)
const ENDS = ['', '-wal', '-shm', '.lock']

/**
 * Opens the store in a directory as the bot does, works with it, and returns the permissions of the files at
 * that time.
 */
async function rightsIn(directory: string) {
  const file = join(directory, 'dragoman.sqlite')
  const store = await openSqliteStore(file, { exclusive: true })
  await store.keepRead(aRead([anArticle()]))
  const files = ENDS.map((end) => modeOf(file + end))
  await store.close()
  return { directory: modeOf(directory), files }
}

describe('what is kept', () => {
  it('is made for its owner alone', async () => {
    const data = join(aTemporaryDirectory(), 'deep', 'data')
    expect(await rightsIn(data)).toEqual({ directory: '700', files: ['600', '600', '600', '600'] })
  })

  it('is closed to others where they could read it', async () => {
    const data = join(aTemporaryDirectory(), 'data')
    await rightsIn(data)
    const file = join(data, 'dragoman.sqlite')
    // As a killed bot leaves them.
    for (const end of ENDS) if (!existsSync(file + end)) writeFileSync(file + end, '')
    for (const end of ENDS) chmodSync(file + end, 0o664)
    chmodSync(data, 0o755)
    expect(await rightsIn(data)).toEqual({ directory: '700', files: ['600', '600', '600', '600'] })
  })

  it.each([
    ['that others have a part in', (data: string) => mkdirSync(join(data, 'photographs'))],
    ['that is shared, as /tmp is', (data: string) => chmodSync(data, 0o1777)],
  ])('leaves a directory open %s, and closes its files', async (_what, share) => {
    const data = aTemporaryDirectory()
    chmodSync(data, 0o755)
    share(data)
    const before = modeOf(data)
    expect(await rightsIn(data)).toEqual({ directory: before, files: ['600', '600', '600', '600'] })
  })

  it.runIf(process.getuid?.() === 0)('leaves what belongs to somebody else as it is', async () => {
    const data = aTemporaryDirectory()
    await rightsIn(data)
    const file = join(data, 'dragoman.sqlite')
    for (const path of [data, file]) {
      chmodSync(path, path === data ? 0o755 : 0o640)
      chownSync(path, 65_534, 65_534)
    }
    expect(await rightsIn(data)).toMatchObject({ directory: '755', files: ['640', '640', '640', '600'] })
  })

  it('is closed to others in its copies, and in the directory that is made for them', async () => {
    const data = aTemporaryDirectory()
    const copy = join(data, 'copies', 'monday.sqlite')
    const store = await openSqliteStore(join(data, 'dragoman.sqlite'))
    await store.keepRead(aRead([anArticle()]))
    await store.backup(copy)
    await store.close()
    expect([modeOf(join(data, 'copies')), modeOf(copy)]).toEqual(['700', '600'])
    const restored = await openSqliteStore(copy, { readOnly: true })
    expect(await restored.counts()).toMatchObject({ articles: 1 })
    await restored.close()
  })

  it('is closed to others in small records', () => {
    const file = join(aTemporaryDirectory(), 'tokens.json')
    openBook(file, z.object({})).write({})
    expect(modeOf(file)).toBe('600')
  })
})
