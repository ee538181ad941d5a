-- Until which hour (in hours since 1970) the articles of each hour were grouped for good.
create table settled (
  row integer primary key check (row = 1),
  hour integer not null
) strict;
