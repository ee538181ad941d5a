-- Messages that a platform refused are counted apart from calls that it did not answer.
alter table destination add column rejections integer not null default 0;
