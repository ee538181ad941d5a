-- What somebody changed and may still take back.
create table change (
  row integer primary key,
  by text not null,
  place text not null,
  at integer not null,
  changes text not null
) strict;
create index change_of on change (by, place);
create index change_at on change (at);
