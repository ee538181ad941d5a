-- Two running stories may turn out to be one.
create index story_line on story (line);
