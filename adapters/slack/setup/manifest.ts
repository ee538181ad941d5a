import { LOOK_UP } from '../answer/look-up.ts'
import { FOLLOW } from '../draw/subscribe-modal.ts'
import { STEPS } from './steps.ts'
import { CHANNEL_EVENTS } from '../post/membership-events.ts'

/** The scopes the app needs, each with its purpose. https://docs.slack.dev/reference/scopes */
const SCOPES = [
  'commands', // /news and the shortcut
  'chat:write', // briefings and answers
  'im:write', // direct messages
  'users:read', // time zone and language of the asker, and whether they are an admin
  'channels:read', // name and creator of a channel, and removal from it
  'groups:read', // the same for private channels the app is in
  'mpim:read', // the same for group messages the app is in
  'channels:join', // joining a public channel that somebody subscribed
  'app_mentions:read', // questions that mention the app in channels
  'im:history', // questions in direct messages
  'assistant:write', // suggested questions in direct messages
  'files:write', // maps in briefings
] as const

const UNFURL_SCOPES = ['links:read', 'links:write'] as const

const EVENTS = [
  'app_home_opened',
  'app_context_changed',
  'app_mention',
  'message.im',
  'app_uninstalled',
  'tokens_revoked',
  'member_joined_channel',
  'member_left_channel',
  ...CHANNEL_EVENTS,
]

const SHARED_EVENTS = ['team_access_revoked', 'team_access_granted', 'function_executed'] as const

/** What differs between deployments. */
export interface ManifestOptions {
  readonly entrance: 'socket' | 'http'
  /** The public address at which Slack reaches the app by HTTP, such as `https://news.example.org`. */
  readonly publicUrl?: string
  /** Whether many workspaces install the app. */
  readonly isShared?: boolean
  /** Hosts whose links get a preview; at most five. */
  readonly unfurls?: readonly string[]
}

/** The scopes an installation asks for. */
export function scopesFor(unfurls: readonly string[]): readonly string[] {
  return unfurls.length === 0 ? SCOPES : [...SCOPES, ...UNFURL_SCOPES]
}

/** Builds the manifest from which Slack creates the app. https://docs.slack.dev/reference/app-manifest */
export function buildManifest({
  entrance,
  publicUrl = '',
  isShared = false,
  unfurls = [],
}: ManifestOptions): object {
  const isSocket = entrance === 'socket'
  const requests = `${publicUrl.replace(/\/$/u, '')}/slack/events`
  return {
    // The steps have the form of schema 2. Slack accepts steps only in an app that a whole organisation can
    // install.
    ...(isShared && { _metadata: { major_version: 2 }, functions: STEPS }),
    display_information: {
      name: 'Dragoman',
      description: 'Briefs a team on the regions it follows: what happened, who says so, what changed.',
      background_color: '#1f3a5f',
      long_description: [
        'Dragoman reads what the world’s outlets publish and briefs a team on the regions it follows:',
        'what happened, who says so, what changed since it last spoke. Every sentence it says is an',
        'outlet’s own and carries its source. /news subscribe begins; /news help shows the rest.',
      ].join(' '),
    },
    features: {
      // New apps get only the agent view, not the assistant view
      // (https://docs.slack.dev/ai/migrating-to-agent-messaging).
      agent_view: {
        agent_description: [
          'Ask for the news as you would ask a person: of a place, a subject, a name, a day.',
          'Every sentence of the answer is an outlet’s own and carries its source.',
        ].join(' '),
        suggested_prompts: [
          { title: 'What happened today?', message: 'What happened today?' },
          { title: 'What can I ask?', message: 'help' },
        ],
      },
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Dragoman', always_online: true },
      shortcuts: [
        {
          name: 'Follow something',
          type: 'global',
          callback_id: FOLLOW,
          description: 'Opens the form for a subscription: what, when and where',
        },
        {
          name: 'What do we know?',
          type: 'message',
          callback_id: LOOK_UP,
          description: 'Looks up the story behind the links of a message',
        },
      ],
      slash_commands: [
        {
          command: '/news',
          description: 'A briefing, a search, a subscription: ask for news',
          usage_hint: 'syria since yesterday · search "grain deal" · subscribe · help',
          should_escape: true,
          ...(isSocket ? {} : { url: requests }),
        },
      ],
      ...(unfurls.length === 0 ? {} : { unfurl_domains: unfurls }),
    },
    oauth_config: {
      ...(isShared ? { redirect_urls: [`${publicUrl.replace(/\/$/u, '')}/slack/oauth_redirect`] } : {}),
      scopes: { bot: scopesFor(unfurls) },
    },
    settings: {
      event_subscriptions: {
        ...(isSocket ? {} : { request_url: requests }),
        bot_events: [
          ...EVENTS,
          ...(isShared ? SHARED_EVENTS : []),
          ...(unfurls.length === 0 ? [] : ['link_shared']),
        ],
      },
      interactivity: {
        is_enabled: true,
        ...(isSocket ? {} : { request_url: requests, message_menu_options_url: requests }),
      },
      ...(isShared && { function_runtime: 'remote' }),
      org_deploy_enabled: isShared,
      socket_mode_enabled: isSocket,
      token_rotation_enabled: false,
    },
  }
}
