-- Pages that messages lead to, looked at for a while to see whether their outlets take them down.
create table told_page (
  article_id text primary key,
  host text not null,
  told_at integer not null,
  due_at integer,
  looked_at integer,
  etag text,
  last_modified text,
  found_at integer,
  missing_since integer,
  removed_at integer,
  changed_at integer
) strict;
create index told_page_due on told_page (due_at);
create index told_page_host on told_page (host, looked_at);
create index told_page_removed on told_page (removed_at);
create index told_page_changed on told_page (changed_at);
