import { writeFileSync } from 'node:fs'
import { buildManifest } from './manifest.ts'

/** `npm run build:manifest` writes the manifest of an app in Socket Mode, for reading and copying. */
const file = new URL('manifest.json', import.meta.url)
writeFileSync(file, `${JSON.stringify(buildManifest({ entrance: 'socket' }), null, 2)}\n`)
