-- What owners have to be told is gathered by person and cause before it becomes a message; and what a platform rejected is kept for whoever runs the bot.
create table owner_notice (
  -- Never given again: the id of its message is made of it.
  row integer primary key autoincrement,
  recipient text not null,
  language text not null,
  kind text not null,
  refusal text,
  reason text not null,
  changes integer not null,
  began_at integer not null,
  -- Null when its message says it all.
  due_at integer
) strict;
create index owner_notice_due on owner_notice (due_at) where due_at is not null;
create index owner_notice_recipient on owner_notice (recipient, kind, began_at);

create table noticed (
  row integer primary key,
  notice integer not null references owner_notice (row),
  destination text not null,
  subscription text not null,
  title text not null,
  told integer,
  resumed integer not null default 0,
  unique (notice, destination, subscription)
) strict;
create index noticed_destination on noticed (destination);

create table rejection (
  outbox_id text primary key,
  destination text not null,
  at integer not null,
  reason text not null
) strict, without rowid;
create index rejection_at on rejection (at);
