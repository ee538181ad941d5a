-- Quiet hours of a place were copied into each subscription that was made there while they were set. From here on they count by themselves: a
-- subscription whose hours are those of its place, or of its owner where it speaks to one person, has none of its own.
update subscription set body = json_set(body, '$.quiet', null)
where body ->> 'quiet' is not null and exists (
  select 1 from preference place
  where place.of in (
      replace(subscription.body ->> 'to', ':@', ':'),
      iif(subscription.body ->> 'to' like '%:@%', subscription.body ->> 'owner', null))
    and place.body ->> '$.quiet.from' = subscription.body ->> '$.quiet.from'
    and place.body ->> '$.quiet.to' = subscription.body ->> '$.quiet.to'
    and coalesce(place.body ->> '$.quiet.zone', place.body ->> 'zone', subscription.body ->> 'zone')
      = coalesce(subscription.body ->> '$.quiet.zone', subscription.body ->> 'zone'));
