-- Messages of a followed story go into a thread: under the first of them that arrived.
alter table outbox add column apart integer not null default 0;
create index outbox_apart on outbox (subscription, row) where apart = 1;
