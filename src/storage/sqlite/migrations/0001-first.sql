-- The first schema. A migration that was released is never edited: the next one changes what it made.
create table source (
  row integer primary key,
  id text not null unique,
  state text not null,
  articles integer not null default 0,
  versions integer not null default 0
) strict;

create table story (
  row integer primary key,
  id text not null unique,
  merged_into integer references story (row)
) strict;
create index story_merged on story (merged_into) where merged_into is not null;

create table article (
  row integer primary key,
  id text not null unique,
  source_id text not null,
  url text,
  guid text,
  title text not null,
  author text,
  published_at integer,
  updated_at integer,
  seen_at integer not null,
  changed_at integer not null,
  dated_at integer not null,
  version integer not null,
  content_hash text not null,
  image text,
  tags text not null,
  story integer not null references story (row),
  copy_of text,
  agency text
) strict;
create index article_url on article (url) where url is not null;
create index article_seen on article (seen_at, story);
create index article_changed on article (changed_at, story) where version > 1;
create index article_story on article (story);

create table article_version (
  article integer not null references article (row),
  version integer not null,
  seen_at integer not null,
  title text not null,
  text text not null,
  primary key (article, version)
) strict;

create table language (code text primary key) strict, without rowid;

-- Words as our analyser cuts them, so 'ascii' only parts them at spaces. The texts themselves are in article_version.
create virtual table article_words using fts5 (
  title, lead, body, facets, content = '', contentless_delete = 1, tokenize = 'ascii'
);

create table slot (
  subscription text not null,
  slot text not null,
  at integer not null,
  primary key (subscription, slot)
) strict, without rowid;
create index slot_at on slot (subscription, at);

create table outbox (
  row integer primary key,
  id text not null unique,
  subscription text not null,
  destination text not null,
  slot text not null,
  state text not null,
  attempts integer not null default 0,
  created_at integer not null,
  due_at integer not null,
  sender text,
  ended_at integer,
  reason text,
  receipt text,
  -- Last, because what stands after tens of kilobytes is slow to reach.
  message text not null
) strict;
create index outbox_state on outbox (state);

create table told (
  destination text not null,
  story_id text not null,
  at integer not null,
  outbox_id text not null,
  articles text not null,
  primary key (destination, story_id, at, outbox_id)
) strict, without rowid;
create index told_story on told (story_id, outbox_id);
