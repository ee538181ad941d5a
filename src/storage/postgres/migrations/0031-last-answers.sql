-- What was answered last to a person, or in a thread, as far as they may come back to it within hours.
create table last_answer (
  place text collate "C" primary key,
  at bigint not null,
  body text not null
);
create index last_answer_at on last_answer (at);
