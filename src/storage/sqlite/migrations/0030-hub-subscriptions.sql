-- Who is told when one of our feeds changes (WebSub).
create table hub_subscription (
  row integer primary key,
  topic text not null,
  callback text not null,
  origin text not null,
  secret text,
  lease_until integer not null,
  sent text not null,
  in_vain integer not null,
  due_at integer not null,
  unique (topic, callback)
) strict;
create index hub_subscription_due on hub_subscription (due_at);
create index hub_subscription_origin on hub_subscription (origin);
create index hub_subscription_lease on hub_subscription (lease_until);
