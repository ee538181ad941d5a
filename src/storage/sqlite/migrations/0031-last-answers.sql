-- What was answered last to a person, or in a thread, as far as they may come back to it within hours.
create table last_answer (
  place text primary key,
  at integer not null,
  body text not null
) strict;
create index last_answer_at on last_answer (at);
