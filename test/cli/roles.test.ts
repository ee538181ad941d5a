import { describe, expect, it } from 'vitest'
import { aConfigDirectory } from '../settings/a-config-directory.ts'
import { aTemporaryDirectory } from '../storage/a-temporary-directory.ts'
import { runDragoman } from './run-dragoman.ts'

const env = () => ({ DRAGOMAN_CONFIG: aConfigDirectory(), DRAGOMAN_DATA: aTemporaryDirectory() })

describe('dragoman start --role', () => {
  it('refuses to share a store in a file, and says what to set', async () => {
    const { code, err } = await runDragoman(['start', '--role', 'reader'], { env: env() })
    expect(code).toBe(2)
    expect(err).toContain('Set DATABASE_URL to a PostgreSQL server')
  })

  it('names the roles to who mistypes one', async () => {
    const { code, err } = await runDragoman(['start', '--role', 'reader,writer'], { env: env() })
    expect(code).toBe(2)
    expect(err).toContain(
      "There is no role 'writer'. Write some of reader, editor, briefer, slack, discord, web.",
    )
  })
})
