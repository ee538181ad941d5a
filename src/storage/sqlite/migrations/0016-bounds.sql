-- What a source fills is counted, and what was let go because it was too much.
alter table source add column bytes integer not null default 0;
alter table source add column let_go_articles integer not null default 0;
alter table source add column let_go_versions integer not null default 0;
alter table source add column let_go_at integer;
create index article_source on article (source_id, seen_at);
create index past_article_source on past_article (source_id, seen_at);
create index answered_story on answered (story_id);
update source set bytes = coalesce((
  select sum(octet_length(v.title) + octet_length(v.text))
  from article a join article_version v on v.article = a.row
  where a.source_id = source.id), 0) + coalesce((
  select sum(coalesce(octet_length(url), 0) + coalesce(octet_length(guid), 0) + coalesce(octet_length(image), 0) + octet_length(tags))
  from article where source_id = source.id), 0);
