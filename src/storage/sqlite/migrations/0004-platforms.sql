-- What the adapters of chat platforms keep, and which of their events were heard already.
create table platform_text (
  platform text not null,
  kind text not null,
  id text not null,
  text text not null,
  primary key (platform, kind, id)
) strict, without rowid;

create table heard (
  platform text not null,
  event text not null,
  at integer not null,
  primary key (platform, event)
) strict, without rowid;
create index heard_at on heard (at);
