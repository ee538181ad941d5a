-- What sources print under their articles, until it is known as page furniture and after.
create table printed_line (
  source_id text not null,
  line text not null,
  articles integer not null,
  about text not null,
  seen_at integer not null,
  primary key (source_id, line)
) without rowid, strict;
