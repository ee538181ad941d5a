-- Reports are counted by time, source and story without a look at the articles themselves.
create index article_report on article (row) include (source_id, story);
