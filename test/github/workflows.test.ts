import { accessSync, constants, globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import { z } from 'zod'

/** Reads a YAML file, which must not even cause a warning (a repeated key is a mistake). */
function readYaml(file: string): unknown {
  const document = parseDocument(readFileSync(file, 'utf8'))
  if (document.errors.length + document.warnings.length > 0)
    throw new Error(`${file}: ${[...document.errors, ...document.warnings].join('\n')}`)
  return document.toJS()
}

const permissions = z.record(z.string(), z.enum(['read', 'write']))
const stepSchema = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
  run: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
})
const workflowSchema = z.strictObject({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions,
  concurrency: z.unknown().optional(),
  jobs: z.record(
    z.string(),
    z.strictObject({
      'runs-on': z.literal('ubuntu-latest'),
      'timeout-minutes': z.int().max(90),
      permissions: permissions.optional(),
      strategy: z.unknown().optional(),
      steps: z.array(stepSchema),
    }),
  ),
})

const workflows = globSync('.github/workflows/*.yml').map((file) => workflowSchema.parse(readYaml(file)))
const jobs = workflows.flatMap((workflow) =>
  Object.values(workflow.jobs).map((job) => ({ workflow: workflow.name, ...job })),
)
const steps = jobs.flatMap(({ workflow, steps }) => steps.map((step) => ({ workflow, ...step })))
const usesOf = (action: string) => steps.filter(({ uses }) => uses?.startsWith(`${action}@`))
const lines = steps.flatMap(({ run = '' }) => run.split('\n'))

describe('the workflows', () => {
  it('are these', () => {
    expect(workflows.map(({ name }) => name).toSorted()).toEqual(['CI', 'CodeQL', 'Images', 'Sources'])
  })

  it('run npm scripts and programs that exist', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'))
    const named = lines.flatMap((line) =>
      [...line.matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(start|test)\b)/gu)].map(
        ([, run, short]) => run ?? short,
      ),
    )
    expect(named).toEqual(['dragoman', 'dragoman', 'report:sources'])
    expect(named.filter((name) => !((name ?? '') in scripts))).toEqual([])
    const programs = lines.filter((line) => line.startsWith('.'))
    expect(programs).toEqual(['.ci/run'])
    for (const program of programs) accessSync(program, constants.X_OK)
    const files = lines.flatMap((line) => /\bnode (\S+\.js)\b/u.exec(line)?.[1] ?? [])
    // The files in our image, which holds JavaScript.
    expect(files).toEqual(['src/main.js'])
    for (const file of files) accessSync(file.replace(/js$/u, 'ts'))
  })

  it('pin each action to a major version or a commit', () => {
    const actions = steps.flatMap(({ uses }) => uses ?? [])
    expect(actions.length).toBeGreaterThan(10)
    expect(
      actions.filter((action) => !/^[\w-]+\/[\w/-]+@(?:v\d+(?:\.\d+)*|[\da-f]{40})$/u.test(action)),
    ).toEqual([])
  })

  it('may write only what each is there to write', () => {
    for (const workflow of workflows) expect.soft(workflow.permissions).toEqual({ contents: 'read' })
    const written = jobs.flatMap(({ workflow, permissions = {} }) =>
      Object.entries(permissions).flatMap(([what, may]) => (may === 'write' ? [`${workflow}: ${what}`] : [])),
    )
    expect(written.toSorted()).toEqual(['CodeQL: security-events', 'Images: packages', 'Sources: issues'])
  })

  it('leave no token in the checkout', () => {
    expect(usesOf('actions/checkout')).toHaveLength(5)
    for (const { with: given } of usesOf('actions/checkout'))
      expect(given).toMatchObject({ 'persist-credentials': false })
  })

  it('put nothing that others write into a shell', () => {
    expect(lines.filter((line) => line.includes('${{'))).toEqual([])
    expect(workflows.filter(({ on }) => 'pull_request_target' in on)).toEqual([])
  })

  it('make images for both kinds of machine, with what is in them and how they were made', () => {
    const [build, ...others] = usesOf('docker/build-push-action')
    expect(others).toEqual([])
    expect(build?.with).toMatchObject({
      platforms: 'linux/amd64,linux/arm64',
      push: true,
      sbom: true,
      provenance: 'mode=max',
    })
    expect(workflows.find(({ name }) => name === 'Images')?.on).toEqual({ push: { tags: ['v*'] } })
  })
})

describe('the update bot', () => {
  it('looks after packages, actions and the base of the image', () => {
    const { updates } = z
      .object({ updates: z.array(z.object({ 'package-ecosystem': z.string() })) })
      .parse(readYaml('.github/dependabot.yml'))
    expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions', 'docker'])
  })
})

/**
 * https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
 */
const attributes = { label: z.string(), description: z.string().optional() }
const field = <Type extends string, Own extends z.ZodRawShape>(type: Type, own: Own) =>
  z.strictObject({
    type: z.literal(type),
    id: z.string().regex(/^[\w-]+$/u),
    attributes: z.strictObject({ ...attributes, ...own }),
    validations: z.strictObject({ required: z.boolean() }).optional(),
  })
const formSchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  title: z.string(),
  labels: z.array(z.string()),
  body: z.array(
    z.discriminatedUnion('type', [
      field('input', { placeholder: z.string().optional() }),
      field('textarea', { placeholder: z.string().optional(), render: z.string().optional() }),
      field('dropdown', { options: z.array(z.string()).min(2) }),
      field('checkboxes', { options: z.array(z.strictObject({ label: z.string() })) }),
    ]),
  ),
})

describe('the issue forms', () => {
  const forms = globSync('.github/ISSUE_TEMPLATE/*.yml').filter((file) => !file.endsWith('config.yml'))

  it('are for a source, a message and an idea', () => {
    expect(forms.map((file) => basename(file, '.yml')).toSorted()).toEqual([
      'idea',
      'message-wrong',
      'source-broken',
    ])
  })

  it.each(forms)('%s is one that GitHub takes', (file) => {
    const { body } = formSchema.parse(readYaml(file))
    const ids = body.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(body.some(({ validations }) => validations?.required === true)).toBe(true)
    for (const { attributes } of body) {
      const options =
        'options' in attributes ? attributes.options.map((option) => JSON.stringify(option)) : []
      expect(new Set(options).size).toBe(options.length)
    }
  })
})

describe('CHANGELOG.md', () => {
  const headings = [
    ...readFileSync('CHANGELOG.md', 'utf8').matchAll(/^## \[(.+)\](?: - \d{4}-\d{2}-\d{2})?$/gmu),
  ]

  it('tells of what is to come first, and then of the version of package.json', () => {
    const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(headings.slice(0, 2).map(([, name]) => name)).toEqual(['Unreleased', version])
  })
})
