-- What articles say that is looked up by itself: sayings, figures, coming events.
create table finding (
  row integer primary key,
  article integer not null references article (row),
  kind text not null,
  at integer not null,
  body text not null
) strict;
create index finding_article on finding (article);
create index finding_at on finding (kind, at);
-- The words of names in them, folded.
create table finding_name (
  word text not null,
  finding integer not null references finding (row),
  primary key (word, finding)
) strict, without rowid;
create index finding_name_finding on finding_name (finding);
