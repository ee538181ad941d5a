-- Stories that an article stood in before an edit or a split took it out of them: messages that told it there are found to be corrected.
create table moved_article (
  article_id text not null,
  story_id text not null,
  at integer not null,
  primary key (article_id, story_id)
) strict, without rowid;
