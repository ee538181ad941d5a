-- Pages that messages lead to, looked at for a while to see whether their outlets take them down.
create table told_page (
  article_id text collate "C" primary key,
  host text collate "C" not null,
  told_at bigint not null,
  due_at bigint,
  looked_at bigint,
  etag text collate "C",
  last_modified text collate "C",
  found_at bigint,
  missing_since bigint,
  removed_at bigint,
  changed_at bigint
);
create index told_page_due on told_page (due_at);
create index told_page_host on told_page (host, looked_at);
create index told_page_removed on told_page (removed_at);
create index told_page_changed on told_page (changed_at);
