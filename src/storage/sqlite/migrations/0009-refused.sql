-- A message that the platform refused for what it says is no accident to be made good at once; and what an answer told is found by its subscription.
alter table outbox add column refused integer not null default 0;
create index answered_by on answered (answer);
