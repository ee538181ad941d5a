-- Articles can be let go.
-- What is left of one: enough to know it when its feed lists it again.
create table past_article (
  id text not null primary key,
  source_id text not null,
  version integer not null,
  content_hash text not null,
  seen_at integer not null
) strict, without rowid;

drop view told;
