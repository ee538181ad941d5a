import type { DatabaseSync } from 'node:sqlite'
import { messageKey } from '../../../delivery/message-key.ts'

/**
 * What is known of each part of a message is stored with the message, and a lease alone is no longer a doubt.
 * Messages that an earlier version left under way may have arrived, because it recorded only the lease. What
 * Slack's adapter stored of messages begun moves over. Accounts whose token is refused get a table.
 */
export function parts(database: DatabaseSync): void {
  database.exec(`
    alter table outbox add column parts text;
    update outbox
      set doubtful_since = coalesce(doubtful_since, tried_at, created_at),
        parts = json_array(json_object(
          'number', 0, 'state', 'doubtful', 'since', coalesce(doubtful_since, tried_at, created_at), 'tells', json_array()))
      where edits is null and (state = 'sending' or (state = 'pending' and doubtful_since is not null));
    create index outbox_lost on outbox (destination, row) where state in ('failed', 'uncertain') and edits is null;
    create index outbox_uncertain on outbox (subscription, slot) where state = 'uncertain';
    create table account (
      id text primary key,
      since integer not null,
      reason text not null
    ) strict, without rowid;
  `)
  const begun = database.prepare(
    "select id, text from platform_text where platform = 'slack' and kind = 'unfinished'",
  )
  const texts = new Map(
    begun.all().map(({ id, text }) => [String(id).slice(String(id).indexOf('/') + 1), String(text)]),
  )
  const keep = database.prepare('update outbox set parts = ?, doubtful_since = null where id = ?')
  const waiting = database.prepare("select id from outbox where state in ('pending', 'sending')")
  for (const { id } of waiting.all()) {
    const text = texts.get(messageKey(String(id)))
    if (text !== undefined) keep.run(JSON.stringify(arrived(text)), String(id))
  }
  database.exec("delete from platform_text where platform = 'slack' and kind = 'unfinished'")
}

function arrived(text: string): readonly object[] {
  const posted: unknown = JSON.parse(text)
  if (!Array.isArray(posted)) return []
  return posted.map(({ ts, channel }: { ts: string; channel: string }, number) => ({
    number,
    state: 'arrived',
    id: `${channel}/${ts}`,
    tells: [],
  }))
}
