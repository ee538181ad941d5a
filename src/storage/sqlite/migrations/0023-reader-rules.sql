-- What readers of a workspace corrected.
create table reader_rule (
  -- Never given again while it stands: rows grow in the order in which rules were made.
  row integer primary key,
  id text not null unique,
  workspace text not null,
  at integer not null,
  body text not null
) strict;
create index reader_rule_workspace on reader_rule (workspace);
