import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { storeAt, storeFile, storeOf } from '../../src/storage/open-store.ts'
import { anArticle, aRead } from './a-read.ts'
import { aTemporaryDirectory } from './a-temporary-directory.ts'

describe('storeAt', () => {
  it.each([
    ['a directory', (directory: string) => directory],
    ['file: and a directory', (directory: string) => `file:${directory}`],
    ['the URL of a directory', (directory: string) => pathToFileURL(directory).href],
  ])('keeps a store in %s', async (_, addressOf) => {
    const directory = join(aTemporaryDirectory(), 'the news')
    const place = storeAt(addressOf(directory))
    await expect(place.openKept('readOnly')).rejects.toMatchObject({ code: 'missing' })
    await (await place.open()).close()
    expect(existsSync(storeFile(directory))).toBe(true)
    const kept = await place.openKept('readOnly')
    expect(await kept.counts()).toMatchObject({ articles: 0 })
    await kept.close()
  })

  it('opens a store in memory where it is asked for', async () => {
    const store = await storeAt('memory:').open()
    await store.keepRead(aRead([anArticle()]))
    expect(await store.counts()).toMatchObject({ articles: 1 })
    await store.close()
  })

  it('starts threads for SQL unless it is opened in the calling thread, where one bot at a time has it, too', async () => {
    let threads = 0
    const count = () => (threads += 1)
    process.on('worker', count)
    onTestFinished(() => void process.off('worker', count))
    const place = storeAt(aTemporaryDirectory())
    const here = await place.open({ exclusive: true, here: true })
    expect(threads).toBe(0)
    await expect(place.open({ exclusive: true })).rejects.toMatchObject({ code: 'in-use' })
    expect(threads).toBe(2)
    await here.close()
  })

  it('refuses a scheme that nobody keeps stores of, says what to write, and tells no password', () => {
    const refusal = /begins with mysql:\. Write file: and a directory(?!.*secret)/u
    expect(() => storeAt('mysql://news:secret@db/news')).toThrow(
      expect.objectContaining({ code: 'unknown-engine', message: expect.stringMatching(refusal) }),
    )
  })
})

describe('storeOf', () => {
  it('opens the store of the data directory unless its address is said', async () => {
    const dataDirectory = aTemporaryDirectory()
    await (await storeOf({ store: 'memory:', dataDirectory }).open()).close()
    expect(existsSync(storeFile(dataDirectory))).toBe(false)
    await (await storeOf({ store: null, dataDirectory }).open()).close()
    expect(existsSync(storeFile(dataDirectory))).toBe(true)
  })

  it('takes a data directory as it is named, whatever its name looks like', async () => {
    const dataDirectory = 'postgres:news'
    await expect(storeOf({ store: null, dataDirectory }).openKept('readOnly')).rejects.toMatchObject({
      code: 'missing',
      message: expect.stringContaining(storeFile(dataDirectory)),
    })
  })
})
