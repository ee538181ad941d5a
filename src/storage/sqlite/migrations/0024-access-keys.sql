-- By what people are known outside of chat; of a key itself only its hash is kept.
create table access_key (
  row integer primary key,
  hash text not null unique,
  kind text not null,
  -- Unique among those of a person.
  id text not null,
  person text not null,
  expires_at integer,
  used_at integer,
  body text not null
) strict;
create index access_key_person on access_key (person, kind);
create index access_key_expires on access_key (expires_at) where expires_at is not null;
