-- What was known when, of more facts: who lives where and who is somebody else after all, posts, rounds and doors, isolation sites, and what
-- is assumed to be used.
alter table people.alias add column received_at timestamptz;
comment on column people.alias.received_at is 'purpose=accuracy: since when it is known that two are one or are not, from the beginning where it is empty; basis=PIPL 8 (accuracy); class=plain; retention=with the person; readers=county';

select kernel.known_in_time(facts) from unnest(array[
  'people.alias', 'people.arrival', 'people.departure', 'people.dwelling', 'people.dwelling_end',
  'responsibility.post', 'responsibility.post_end', 'responsibility.seating',
  'visits.round', 'visits.round_end', 'visits.visit',
  'sites.site', 'sites.site_turn', 'sites.room', 'sites.room_turn', 'sites.lodging', 'sites.move', 'sites.leaving', 'sites.disinfection',
  'sites.taking_back', 'supplies.assumption']::regclass[]) facts;
