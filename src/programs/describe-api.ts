import { z } from 'zod'
import packageFile from '../../package.json' with { type: 'json' }
import type { Question } from './define-question.ts'

/** Rewrites `/stories/:id` as OpenAPI's `/stories/{id}`. */
const templated = (path: string): string => path.replaceAll(/:(\w+)/gu, '{$1}')

/**
 * Builds the OpenAPI 3.1 document of the questions, from the schemas that also validate them. `root` is the
 * address above their paths.
 */
export function describeApi(questions: readonly Question[], root: string): Readonly<Record<string, unknown>> {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { uri: (id) => `#/components/schemas/${id}` })
  return {
    openapi: '3.1.0',
    info: {
      title: 'Dragoman',
      version: packageFile.version,
      description: 'News grouped into stories. Sentences are outlets’ own, verbatim, with their addresses.',
    },
    servers: [{ url: root }],
    paths: Object.fromEntries(questions.map((question) => [templated(question.path), pathOf(question)])),
    components: {
      schemas: { ...schemas, Problem: z.toJSONSchema(problem) },
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
    security: [{ token: [] }, {}],
  }
}

const problem = z.object({ error: z.string().describe('what is wrong, and what to do') })

function pathOf({ name, title, description, path, input, output }: Question) {
  const { properties = {}, required = [] } = z.toJSONSchema(input, { io: 'input' })
  const refusal = (description: string) => ({ description, content: json('Problem') })
  return {
    get: {
      operationId: name,
      summary: title,
      description,
      parameters: Object.entries(properties).map(([parameter, schema]) => ({
        name: parameter,
        in: path.includes(`:${parameter}`) ? 'path' : 'query',
        required: required.includes(parameter),
        schema,
      })),
      responses: {
        200: { description: 'The answer.', content: json(z.globalRegistry.get(output)?.id ?? '') },
        400: refusal('The question is wrong.'),
        401: refusal('The news is not open to everybody, and no token that counts was sent.'),
        404: refusal('There is nothing of this name.'),
        429: refusal('Too many questions.'),
      },
    },
  }
}

const json = (schema: string) => ({
  'application/json': { schema: { $ref: `#/components/schemas/${schema}` } },
})
