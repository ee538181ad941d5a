-- Lets 'merge' join any two pieces of the search index, not only four of a size (https://www.sqlite.org/fts5.html#the_usermerge_configuration_option).
insert into article_words (article_words, rank) values ('usermerge', 2);
