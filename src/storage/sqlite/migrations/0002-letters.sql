-- Messages move out of the outbox into letters, so that destinations that are told the same share one text and one list of what it
-- tells; rows get leases, keys of what they edit, and doubt; destinations get a state.
create table letter (
  row integer primary key,
  -- Of the message and of what it tells.
  hash text not null unique,
  message text not null
) strict;

create table letter_story (
  letter integer not null references letter (row),
  story_id text not null,
  articles text not null,
  primary key (letter, story_id)
) strict, without rowid;
create index letter_story_story on letter_story (story_id, letter);

insert into letter (row, hash, message) select row, 'outbox ' || id, message from outbox;
insert into letter_story (letter, story_id, articles)
  select o.row, t.story_id, t.articles from told t join outbox o on o.id = t.outbox_id;

alter table outbox rename to outbox_before;
drop index if exists outbox_state;
create table outbox (
  row integer primary key,
  id text not null unique,
  subscription text not null,
  destination text not null,
  slot text not null,
  letter integer not null references letter (row),
  edits text,
  state text not null,
  attempts integer not null default 0,
  created_at integer not null,
  due_at integer not null,
  tried_at integer,
  doubtful_since integer,
  sender text,
  ended_at integer,
  reason text,
  receipt text
) strict;
insert into outbox (row, id, subscription, destination, slot, letter, state, attempts, created_at, due_at, ended_at, reason, receipt)
  select row, id, subscription, destination, slot, row, state, attempts, created_at, due_at, ended_at, reason, receipt
  from outbox_before;
create index outbox_waiting on outbox (destination, row) where state in ('pending', 'sending');
create index outbox_due on outbox (due_at, row) where state in ('pending', 'sending');
create index outbox_letter on outbox (letter);
create index outbox_destination on outbox (destination, created_at);
create index outbox_subscription on outbox (subscription, created_at);
create index outbox_edits on outbox (edits) where edits is not null;
create index outbox_failed on outbox (subscription, slot) where state = 'failed';
create index outbox_state on outbox (state);
drop table told;
drop table outbox_before;

-- What failed for good was never told.
create view told as
  select o.destination, s.story_id, o.created_at as at, o.row, o.id as outbox_id, s.articles
  from outbox o join letter_story s on s.letter = o.letter
  where o.state <> 'failed' and o.edits is null;

-- Only destinations whose last try failed.
create table destination (
  id text primary key,
  state text not null,
  failures integer not null,
  since integer not null,
  reason text not null
) strict, without rowid;

create table correction (
  outbox_id text not null,
  article_id text not null,
  version integer not null,
  at integer not null,
  primary key (outbox_id, article_id, version)
) strict, without rowid;
