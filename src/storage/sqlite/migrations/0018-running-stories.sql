-- The running story that a story is part of: its own, as long as nothing else belongs to it.
alter table story add column line text not null default '';
update story set line = 'l' || substr(id, 2);
