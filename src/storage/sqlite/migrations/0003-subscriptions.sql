-- What people ask for: their subscriptions, their preferences, the stories they have heard enough of.
create table subscription (
  id text not null primary key,
  destination text not null,
  owner text,
  state text not null,
  created_at integer not null,
  body text not null
) strict;
create index subscription_destination on subscription (destination, state);
create index subscription_owner on subscription (owner, state);

create table preference (
  of text not null primary key,
  body text not null
) strict, without rowid;

create table muted (
  destination text not null,
  story_id text not null,
  at integer not null,
  primary key (destination, story_id)
) strict, without rowid;

-- What was told in an answer, outside the outbox.
create table answered (
  destination text not null,
  story_id text not null,
  at integer not null,
  answer text not null,
  articles text not null,
  primary key (destination, story_id, at, answer)
) strict, without rowid;
