/** `callback_id`s of the steps for Slack's Workflow Builder. */
export const POST_BRIEFING = 'post_briefing'
export const SEARCH = 'search_news'

const PERSON = {
  type: 'slack#/types/user_id',
  title: 'For whom',
  description: 'In their language and time zone',
} as const

/** The steps in the manifest (schema 2): https://docs.slack.dev/tools/bolt-js/tutorials/custom-steps */
export const STEPS = {
  [POST_BRIEFING]: {
    title: 'Post a briefing',
    description: 'Posts the news of the last day to a channel, with a source behind every sentence',
    input_parameters: {
      properties: {
        channel: { type: 'slack#/types/channel_id', title: 'Channel', description: 'Where it is posted' },
        about: { type: 'string', title: 'About', description: 'As behind /news briefing: syria, conflict' },
        person: PERSON,
      },
      required: ['channel'],
    },
    output_parameters: {
      properties: { stories: { type: 'number', title: 'Stories', description: 'How many it tells' } },
      required: ['stories'],
    },
  },
  [SEARCH]: {
    title: 'Search the news',
    description: 'Looks words up in what was read',
    input_parameters: {
      properties: {
        words: { type: 'string', title: 'Words', description: 'As behind /news search: grain deal' },
        person: PERSON,
      },
      required: ['words'],
    },
    output_parameters: {
      properties: {
        text: { type: 'string', title: 'Results', description: 'A line for each: headline, outlet, address' },
        found: { type: 'number', title: 'How many', description: 'Results in the text' },
      },
      required: ['text', 'found'],
    },
  },
} as const
