-- What was decided long ago is looked for by its time alone.
create index slot_decided on slot (at);
create index outbox_created on outbox (created_at);
